#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""gui_drive.py - acceptance robot for a desktop program, without knowing its code.

Starts  Xvfb + a private D-Bus session (dbus-run-session) + a private "system" bus + openbox + AT-SPI +
D-Bus mocks (notifications, logind, screensaver, FileManager1), launches the program in a throw-away HOME,
then drives it by accessible name with real X11 mouse/keyboard events and takes screenshots.

  gui_drive.py [options] --app 'CMD ARGS' STEP [STEP...]      (or --script FILE, one step a line, # comments)
  gui_drive.py [options] --app 'CMD ARGS' --python FILE       (FILE runs with the Robot as `r`)

A TARGET is a visible accessible's name: exact, without case, '&' and a final '…'; ROLE::NAME narrows by role
(push button, menu item, list item, text, combo box, check box …), ~REGEX matches, NAME##2 takes the second.
Steps:
  tree[:FILE]            list the accessible tree            audit         focusable controls without a name -> FAIL
  click:T  dclick:T  rclick:T  press:T (AT-SPI action)       menu:File/Open   hover:T
  type:T=TEXT (click, select all, type)   set:T=TEXT (AT-SPI)   keys:TEXT   key:ctrl+o
  select:COMBO=ITEM      check:T  uncheck:T                  open:/path;/path2  (types paths into Qt's file dialog)
  drop:T=/a;/b           drag files from another process onto T (XDND);   dragover:T=/a;/b=SHOT.png
  exists:T (also scrolled out of view)   wheel:T=3  or -3 (scroll notches down, up)
  wait:T  gone:T  enabled:T  disabled:T  checked:T  focused:T   (wait up to --timeout)
  text:T=REGEX           name, text or value of T matches    items:T=N   children count
  title:REGEX            active window title                 taborder:N  print names focused by N Tabs
  calls:SVC[=REGEX]      SVC notify|login|saver|files|portal|launcher: print calls; with REGEX fail if none matches
  inhibited:yes|no       a logind (mock) inhibitor is held   action:KEY  user clicks notification action KEY
  shot:FILE[=WxH+X+Y]    screenshot of the screen            shotwin:FILE  the active window
  scheme:dark|light      the desktop's colour scheme changes (portal mock, org.freedesktop.appearance)
  resize:WxH  close  quit:SECONDS (close, expect exit 0)  sleep:S  run:SHELL (must exit 0)  start:SHELL (2nd program)
Exit status 0 only if every step passed. Debian 12: xvfb openbox xdotool wmctrl imagemagick at-spi2-core dbus
python3-gi gir1.2-atspi-2.0 gir1.2-gtk-3.0 python3-dbusmock x11-utils
"""
import argparse, json, os, re, shlex, shutil, signal, subprocess, sys, tempfile, time, traceback, warnings

warnings.simplefilter('ignore', DeprecationWarning)   # GI marks get_*_iface so

PY = '/usr/bin/python3'          # the system Python: python3-gi lives there, not in a pyenv
CH = {}                          # children started here, by name


def spawn(name, cmd, **kw):
    CH[name] = subprocess.Popen(cmd, stdin=subprocess.DEVNULL, **kw)
    return CH[name]


def reap():
    for n in reversed(list(CH)):
        p = CH[n]
        if p.poll() is None:
            p.terminate()
            try:
                p.wait(3)
            except subprocess.TimeoutExpired:
                p.kill(); p.wait()


# ------------------------------------------------------------------ outer stage: X server and bus
def outer(a, argv):
    tmp = tempfile.mkdtemp(prefix='guidrive.')
    home = os.path.abspath(a.home) if a.home else tmp + '/home'
    r, w = os.pipe()
    rc = 1
    try:
        spawn('Xvfb', ['Xvfb', '-displayfd', str(w), '-screen', '0', a.screen, '-nolisten', 'tcp', '-noreset'],
              pass_fds=[w], stderr=subprocess.DEVNULL)
        os.close(w)
        disp = os.read(r, 32).decode().strip()
        if not disp:
            sys.exit('gui_drive: Xvfb did not start')
        env = {k: v for k, v in os.environ.items() if not k.startswith(('LC_', 'XDG_', 'DBUS_', 'QT_', 'GTK_'))
               or k in ('QT_PLUGIN_PATH', 'QT_LOGGING_RULES')}
        env.pop('WAYLAND_DISPLAY', None); env.pop('LANGUAGE', None)
        for d in ('run', 'home'):
            os.makedirs(tmp + '/' + d, mode=0o700, exist_ok=True)
        os.makedirs(home, exist_ok=True)
        env.update(DISPLAY=':' + disp, HOME=home, XDG_RUNTIME_DIR=tmp + '/run', XDG_CONFIG_HOME=home + '/.config',
                   XDG_CACHE_HOME=home + '/.cache', XDG_DATA_HOME=home + '/.local/share', XDG_STATE_HOME=home + '/.local/state',
                   XDG_SESSION_TYPE='x11', LANG='C.UTF-8', NO_AT_BRIDGE='0', QT_ACCESSIBILITY='1',
                   QT_LINUX_ACCESSIBILITY_ALWAYS_ON='1', GUI_DRIVE_INNER=tmp)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        p = subprocess.Popen(['dbus-run-session', '--', PY, os.path.abspath(__file__)] + argv, env=env, start_new_session=True)
        try:
            rc = p.wait()
        finally:                    # everything of this session is in this process group, and nothing else
            for sig in (signal.SIGTERM, signal.SIGKILL):
                end = time.time() + .7
                try:
                    os.killpg(p.pid, sig)
                    while time.time() < end:
                        time.sleep(.05)
                        os.killpg(p.pid, 0)
                except ProcessLookupError:
                    break
    finally:
        reap()
        shutil.rmtree(tmp, ignore_errors=True)
    return rc


# ------------------------------------------------------------------ a drag source window (own process, GTK 3)
def dragsource(files):
    import gi
    gi.require_version('Gtk', '3.0'); gi.require_version('Gdk', '3.0')
    from gi.repository import Gtk, Gdk, GLib
    w = Gtk.Window(title='gui-drive-drag-source'); w.set_decorated(False); w.set_keep_above(True)
    w.set_skip_taskbar_hint(True); w.set_accept_focus(False); w.set_default_size(60, 40)
    b = Gtk.EventBox(); b.add(Gtk.Label(label='drag')); w.add(b)
    b.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY | Gdk.DragAction.MOVE | Gdk.DragAction.LINK)
    b.drag_source_add_uri_targets()
    uris = [f if '://' in f else GLib.filename_to_uri(os.path.abspath(f)) for f in files]
    b.connect('drag-data-get', lambda _w, _c, sel, _i, _t: sel.set_uris(uris))
    fail = []
    b.connect('drag-failed', lambda _w, _c, res: fail.append(res) or True)
    def end(_w, c):
        print('drag %s action=%s' % ('FAILED' if fail else 'done', ','.join(c.get_selected_action().value_nicks)), flush=True)
        GLib.timeout_add(100, Gtk.main_quit)
    b.connect('drag-end', end)
    w.show_all()
    scr = w.get_screen(); w.move(scr.get_width() - 62, scr.get_height() - 42)
    Gtk.main()
    return 1 if fail else 0


class Fail(Exception):
    pass


# ------------------------------------------------------------------ the robot
class Robot:
    def __init__(self, a, tmp):
        self.a, self.tmp, self.t = a, tmp, a.timeout
        self.signals = []
        self._buses()
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi, Gio, GLib
        self.Atspi, self.Gio, self.GLib = Atspi, Gio, GLib
        bus = self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.sysbus = Gio.DBusConnection.new_for_address_sync(os.environ['DBUS_SYSTEM_BUS_ADDRESS'],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        bus.signal_subscribe(None, 'com.canonical.Unity.LauncherEntry', 'Update', None, None, 0,
                             lambda c, s, o, i, n, p: self.signals.append(p.unpack()))
        # tell toolkits that an assistive technology is present (what a screen reader does)
        self._call(bus, 'org.a11y.Bus', '/org/a11y/bus', 'org.freedesktop.DBus.Properties.Set',
                   GLib.Variant('(ssv)', ('org.a11y.Status', 'IsEnabled', GLib.Variant('b', True))))
        self._mocks()
        Atspi.init(); Atspi.set_timeout(3000, 5000)
        self.x = {'env': dict(os.environ)}
        self.launch(a.app)

    # --- infrastructure
    def _buses(self):
        log = open(self.tmp + '/infra.log', 'w')
        self.log = log
        p = spawn('sysbus', ['dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address=1'],
                  stdout=subprocess.PIPE, stderr=log)
        os.environ['DBUS_SYSTEM_BUS_ADDRESS'] = p.stdout.readline().decode().strip()
        spawn('atspi', ['/usr/libexec/at-spi-bus-launcher', '--launch-immediately', '--a11y=1'], stdout=log, stderr=log)
        if self.a.wm != 'none':
            spawn('wm', shlex.split(self.a.wm), stdout=log, stderr=log)
            for _ in range(100):
                if b'window id' in subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], capture_output=True).stdout:
                    break
                time.sleep(.05)
        subprocess.run(['xsetroot', '-solid', '#5a6e78'], stderr=subprocess.DEVNULL) if shutil.which('xsetroot') else None

    def _call(self, bus, dest, path, method, args=None):
        i, m = method.rsplit('.', 1)
        r = bus.call_sync(dest, path, i, m, args, None, 0, 8000, None)
        return r.unpack() if r else ()

    def _mocks(self):
        V, M = self.GLib.Variant, 'org.freedesktop.DBus.Mock.'
        self.services = {}
        for key, bus, args, name, path in (
                ('notify', self.bus, ['--template', 'notification_daemon'], 'org.freedesktop.Notifications', '/org/freedesktop/Notifications'),
                ('login', self.sysbus, ['--system', '--template', 'logind'], 'org.freedesktop.login1', '/org/freedesktop/login1'),
                ('saver', self.bus, ['org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver', 'org.freedesktop.ScreenSaver'],
                 'org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver'),
                ('files', self.bus, ['org.freedesktop.FileManager1', '/org/freedesktop/FileManager1', 'org.freedesktop.FileManager1'],
                 'org.freedesktop.FileManager1', '/org/freedesktop/FileManager1'),
                ('portal', self.bus, ['org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop', 'org.freedesktop.portal.Settings'],
                 'org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop')):
            if key in self.a.no_mock.split(','):
                continue
            spawn('mock-' + key, [PY, '-m', 'dbusmock'] + args + ['-l', self.tmp + '/mock-%s.log' % key], stdout=self.log, stderr=self.log)
            self.services[key] = (bus, name, path)
        for key, (bus, name, path) in self.services.items():
            for _ in range(160):
                if self._call(bus, 'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', V('(s)', (name,)))[0]:
                    break
                time.sleep(.05)
            add = {'saver': [('Inhibit', 'ss', 'u', 'ret = 4711'), ('UnInhibit', 'u', '', ''), ('SimulateUserActivity', '', '', '')],
                   'files': [(m, 'ass', '', '') for m in ('ShowItems', 'ShowFolders', 'ShowItemProperties')],
                   'notify': [('CloseNotification', 'u', '', '')],
                   }.get(key, [])
            if add:
                self._call(bus, name, path, M + 'AddMethods', V('(sa(ssss))', (name, add)))
            if key == 'portal':
                self.scheme(self.a.color_scheme, False)
            if key == 'notify':       # a daemon with buttons, as KDE's and GNOME's
                self._call(bus, name, path, M + 'AddMethod', V('(sssss)', (name, 'GetCapabilities', '', 'as',
                           "ret = ['actions','body','body-markup','icon-static','persistence']")))

    def scheme(self, which, signal=True):
        V, i = self.GLib.Variant, 'org.freedesktop.portal.Settings'
        bus, name, path = self.services['portal']
        n = {'dark': 1, 'light': 2}.get(which, 0)
        ok = "args[0] == 'org.freedesktop.appearance' and args[1] == 'color-scheme'"
        code = ("ret = dbus.UInt32(%d, variant_level=1)\nif not (%s): raise dbus.exceptions.DBusException('no such key', "
                "name='org.freedesktop.portal.Error.NotFound')") % (n, ok)
        for m, lv in (('Read', 2), ('ReadOne', 1)):      # Read wraps the value twice, by the portal's own old mistake
            self._call(bus, name, path, 'org.freedesktop.DBus.Mock.AddMethod', V('(sssss)', (i, m, 'ss', 'v', code.replace('variant_level=1', 'variant_level=%d' % (lv - 1)))))
        if signal:
            self._call(bus, name, path, 'org.freedesktop.DBus.Mock.EmitSignal', V('(sssav)', (i, 'SettingChanged', 'ssv', [
                V('s', 'org.freedesktop.appearance'), V('s', 'color-scheme'), V('v', V('u', n))])))
            time.sleep(.5)

    def launch(self, cmd, name='app'):
        env = dict(os.environ)
        a = self.a
        if a.lang:
            env.update(LANG=a.lang + '.UTF-8', LC_ALL=a.lang + '.UTF-8', LANGUAGE=a.lang.split('_')[0])
        if a.scale:
            env['QT_SCALE_FACTOR'] = a.scale
        for e in a.env:
            k, _, v = e.partition('='); env[k] = v
        env.setdefault('QT_QPA_PLATFORM', 'xcb')
        out = open(self.tmp + '/%s.log' % name, 'w')
        spawn(name, shlex.split(cmd), env=env, stdout=out, stderr=subprocess.STDOUT, cwd=a.cwd or env['HOME'])
        if name == 'app':
            self.wait_for(self.apps, 'the program to appear on the accessibility bus', self.a.start_timeout)

    def pump(self):
        c = self.GLib.MainContext.default()
        while c.pending():
            c.iteration(False)

    def wait_for(self, fn, what, t=None):
        end = time.time() + (self.t if t is None else t)
        while True:
            self.pump()
            try:
                r = fn()
            except self.GLib.Error:
                r = None
            if r:
                return r
            p = CH.get('app')
            if time.time() > end:
                raise Fail('timed out waiting for ' + what)
            if p and p.poll() is not None and not self.x.get('may_exit'):
                raise Fail('the program ended with status %s while waiting for %s' % (p.returncode, what))
            time.sleep(.08)

    # --- accessible tree
    def apps(self):
        d = self.Atspi.get_desktop(0)
        d.clear_cache()
        out = []
        for i in range(d.get_child_count()):
            c = d.get_child_at_index(i)
            try:
                if c and c.get_child_count() and c.get_process_id() != os.getpid() and c.get_name() != 'openbox':
                    out.append(c)
            except self.GLib.Error:
                pass
        return out

    def walk(self, node=None, depth=0, showing=False, seen=None):
        seen = seen if seen is not None else [0]
        if node is None:
            for x in self.apps():
                yield from self.walk(x, 0, showing, seen)
            return
        seen[0] += 1
        if seen[0] > self.a.max_nodes:
            return
        try:
            node.set_cache_mask(self.Atspi.Cache.NONE) if depth == 0 else None
            n = node.get_child_count()
        except self.GLib.Error:
            return
        yield node, depth
        for i in range(min(n, 500)):
            try:
                c = node.get_child_at_index(i)
                if c is None or (showing and depth > 0 and not self.state(c, 'SHOWING') and c.get_role_name() not in ('menu', 'menu bar')):
                    continue
            except self.GLib.Error:
                continue
            yield from self.walk(c, depth + 1, showing, seen)

    def state(self, n, s):
        return n.get_state_set().contains(getattr(self.Atspi.StateType, s))

    def ext(self, n):
        e = n.get_component_iface().get_extents(self.Atspi.CoordType.SCREEN)
        return e.x, e.y, e.width, e.height

    @staticmethod
    def norm(s):
        s = (s or '').replace('&', '').strip().rstrip(':').rstrip('…').rstrip('.').strip()
        return re.sub(r'[\u200e\u200f\u202a-\u202e]', '', s).casefold()

    def names(self, n):
        # on Linux a Qt combo box's name is its current text; its label comes as the LABELLED_BY relation
        out = [n.get_name() or '']
        if n.get_role_name() in ('combo box', 'text', 'entry', 'spin button', 'slider', 'list', 'tree', 'table', 'dial', 'progress bar', 'check box'):
            for r in n.get_relation_set():
                if r.get_relation_type() == self.Atspi.RelationType.LABELLED_BY:
                    out += [r.get_target(i).get_name() or '' for i in range(r.get_n_targets())]
        return out

    def content(self, n):
        t = n.get_text_iface()
        if t and n.get_role_name() in ('text', 'entry', 'password text', 'spin button', 'paragraph', 'document text', 'combo box', 'terminal'):
            s = self.Atspi.Text.get_text(t, 0, self.Atspi.Text.get_character_count(t))
            if s:
                return s
        v = n.get_value_iface()
        if v:
            return '%g' % self.Atspi.Value.get_current_value(v)
        return ''

    def find_all(self, target, need_showing=True):
        role, _, name = target.rpartition('::')
        m = re.fullmatch(r'(.*)##(\d+)', name)
        idx = None
        if m:
            name, idx = m.group(1), int(m.group(2))
        rx = re.compile(name[1:], re.S) if name.startswith('~') else None
        hits = []
        for n, d in self.walk(showing=need_showing):
            try:
                if role and n.get_role_name() != role:
                    continue
                if any(rx.search(nm) if rx else (name == '' or self.norm(nm) == self.norm(name)) for nm in self.names(n)) \
                        and (not need_showing or self.state(n, 'SHOWING')):
                    hits.append(n)
            except self.GLib.Error:
                continue
        if not role and len(hits) > 1:      # a field and its label have the same name: prefer what can be used
            h = [n for n in hits if n.get_role_name() not in ('label', 'filler', 'panel', 'frame', 'dialog', 'tool bar', 'application')]
            hits = h or hits
        if idx is not None:
            return hits[idx - 1:idx]
        return hits

    def find(self, target, showing=True, unique=True):
        def f():
            h = self.find_all(target, showing)
            if not h:
                return None
            if len(h) > 1 and unique and '##' not in target:
                raise Fail('%r is ambiguous: %s' % (target, ['%s::%s' % (x.get_role_name(), x.get_name()) for x in h][:6]))
            return h[0]
        try:
            return self.wait_for(f, 'an accessible named %r' % target)
        except Fail as e:
            raise Fail('%s%s' % (e, ' (it exists but is not in view)' if showing and 'timed out' in str(e) and self.find_all(target, False) else ''))

    def line(self, n, depth):
        st = [s.lower() for s in ('FOCUSED', 'CHECKED', 'SELECTED', 'EXPANDED') if self.state(n, s)]
        if not self.state(n, 'ENABLED'):
            st.append('disabled')
        if not self.state(n, 'SHOWING'):
            st.append('hidden')
        try:
            e = '%d,%d %dx%d' % self.ext(n) if n.get_component_iface() else ''
        except self.GLib.Error:
            e = ''
        c = self.content(n)
        de = n.get_description() or ''
        nm = self.names(n)
        return '%s%s %r%s%s%s %s %s' % ('  ' * depth, n.get_role_name(), nm[0], ' label=%r' % nm[1] if nm[1:] and nm[1] != nm[0] else '', ' =%r' % c if c else '', ' desc=%r' % de if de else '', ','.join(st), e)

    def tree(self, file=None):
        L = []
        for n, d in self.walk():
            try:
                L.append(self.line(n, d))
            except self.GLib.Error:
                pass
        s = '\n'.join(L)
        if file:
            open(file, 'w').write(s + '\n')
        else:
            print(s)
        return s

    def audit(self):
        bad = []
        for n, d in self.walk(showing=True):
            try:
                if self.state(n, 'FOCUSABLE') and self.state(n, 'SHOWING') and not any(s.strip() for s in (self.names(n)[1:] if n.get_role_name() == 'combo box' else self.names(n))) \
                        and n.get_role_name() not in ('frame', 'filler', 'panel', 'application', 'scroll pane', 'table cell', 'list item', 'tree item', 'menu bar'):
                    bad.append(self.line(n, 0).strip())
                if n.get_role_name() in ('push button', 'check box', 'radio button', 'combo box', 'text', 'list', 'table', 'tree', 'slider', 'spin button') and self.state(n, 'SHOWING'):
                    x, y, w, h = self.ext(n)
                    if w < 8 or h < 8:
                        bad.append('tiny: ' + self.line(n, 0).strip())
            except self.GLib.Error:
                pass
        if bad:
            raise Fail('%d accessibility fault(s):\n   ' % len(bad) + '\n   '.join(bad))

    # --- input
    def xdo(self, *args):
        subprocess.run(['xdotool'] + [str(x) for x in args], check=True, stdout=subprocess.DEVNULL)

    def point(self, target):
        n = target if not isinstance(target, str) else self.find(target)
        last = None
        for _ in range(40):                 # wait for the layout to stand still
            x, y, w, h = self.ext(n)
            if w > 0 and (x, y, w, h) == last:
                break
            last = (x, y, w, h); time.sleep(.05); self.pump()
        return int((x + w / 2) * self.a.coord_factor), int((y + h / 2) * self.a.coord_factor)

    def click(self, target, button=1, n=1):
        node = self.find(target) if isinstance(target, str) else target
        self.wait_for(lambda: self.state(node, 'ENABLED') or self.state(node, 'SENSITIVE'), '%r to be enabled' % target)
        x, y = self.point(node)
        self.xdo('mousemove', x, y, 'sleep', '0.05', 'click', *(['--repeat', n, '--delay', 80] if n > 1 else []), button)
        time.sleep(.15)

    def press(self, target):
        a = self.find(target).get_action_iface()
        acts = [self.Atspi.Action.get_action_name(a, i) for i in range(self.Atspi.Action.get_n_actions(a))]
        k = next((i for i, s in enumerate(acts) if s.lower() in ('press', 'toggle', 'click', 'activate', 'showmenu', 'check')), 0)
        print('   actions', acts)
        self.Atspi.Action.do_action(a, k)
        time.sleep(.15)

    def hover(self, t):
        self.xdo('mousemove', *self.point(t)); time.sleep(.9)

    def key(self, *k):
        self.xdo('key', '--clearmodifiers', *k); time.sleep(.15)

    def keys(self, s):
        self.xdo('type', '--clearmodifiers', '--delay', 12, s); time.sleep(.1)

    def type(self, target, s):
        self.click(target); self.key('ctrl+a')
        self.keys(s) if s else self.key('Delete')
        n = self.find(target)
        if self.content(n) and self.content(n) != s:       # rare characters: xdotool's remapping can race
            self.set(target, s)

    def set(self, target, s):
        e = self.find(target).get_editable_text_iface()
        if not e or not self.Atspi.EditableText.set_text_contents(e, s):
            raise Fail('%r has no editable text' % target)

    def menu(self, path):
        for i, p in enumerate(path.split('/')):
            role = 'menu item' if '::' not in p else ''
            hits = self.wait_for(lambda: self.find_all(p if not role else 'menu item::' + p) or self.find_all(p), 'menu entry %r' % p)
            self.click(hits[0])

    def select(self, combo, item):
        c = self.find('combo box::' + combo if '::' not in combo else combo)
        self.click(c); time.sleep(.2)
        self.click(self.wait_for(lambda: self.find_all('list item::' + item) or self.find_all('menu item::' + item), 'choice %r' % item)[0])
        self.wait_for(lambda: self.norm(item) in (self.norm(c.get_name()), self.norm(self.content(c))) or
                      any(self.norm(n.get_name()) == self.norm(item) and self.state(n, 'SELECTED') for n, d in self.walk(c)) , 'the choice to be taken')

    def check(self, target, want=True):
        n = self.find(target)
        if self.state(n, 'CHECKED') != want:
            self.click(n)
            self.wait_for(lambda: self.state(n, 'CHECKED') == want, 'check state')

    def open(self, paths):
        """Types into Qt's own file dialog (no desktop platform theme under Xvfb)."""
        self.wait_for(lambda: self.find_all('~.') and [n for n, d in self.walk(showing=True) if n.get_role_name() in ('dialog', 'file chooser')], 'a file dialog')
        ps = paths.split(';')
        self.key('alt+n') if False else None
        self.keys(' '.join('"%s"' % p for p in ps) if len(ps) > 1 else ps[0]); self.key('Return')

    def drop(self, target, files, shot=None, cancel=False):
        x, y = self.point(target)
        p = spawn('drag', [PY, os.path.abspath(__file__), '--drag-source', '--'] + files.split(';'), stdout=subprocess.PIPE, stderr=self.log, text=True)
        try:
            wid = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', '^gui-drive-drag-source$'], capture_output=True, text=True, timeout=15).stdout.split()[0]
            time.sleep(.2)
            g = dict(l.split('=') for l in subprocess.run(['xdotool', 'getwindowgeometry', '--shell', wid], capture_output=True, text=True).stdout.split())
            sx, sy = int(g['X']) + int(g['WIDTH']) // 2, int(g['Y']) + int(g['HEIGHT']) // 2
            self.xdo('mousemove', sx, sy, 'sleep', '0.1', 'mousedown', 1)
            for i in range(1, 13):
                self.xdo('mousemove', sx + (x - sx) * i // 12, sy + (y - sy) * i // 12, 'sleep', '0.03')
            for d in (3, -3, 0):
                self.xdo('mousemove', x + d, y, 'sleep', '0.08')
            if shot:
                self.shot(shot)
            if cancel:
                self.xdo('key', 'Escape')      # not --clearmodifiers: it would release the mouse button, that is, drop
                time.sleep(.2)
            self.xdo('mouseup', 1)
            rc = p.wait(8)
            out = p.stdout.read().strip()
            if (rc == 0) == cancel:
                raise Fail('the drop was %s (%s)' % ('accepted' if cancel else 'refused', out))
            print('  ', out)
        finally:
            self.xdo('mouseup', 1)
            p.poll() is None and p.kill()

    def shot(self, f, crop=None):
        time.sleep(.25)
        subprocess.run(['import', '-silent', '-window', 'root'] + (['-crop', crop, '+repage'] if crop else []) + [f], check=True)

    def shotwin(self, f):
        time.sleep(.25)
        w = subprocess.run(['xdotool', 'getactivewindow'], capture_output=True, text=True).stdout.strip() or 'root'
        subprocess.run(['import', '-silent', '-window', w, f], check=True)

    def focused(self):
        # Qt keeps FOCUSED on a view's current item when the view has lost the focus: ask for a real widget first
        fs = [n for n, d in self.walk(showing=True) if d and self.state(n, 'FOCUSED') and n.get_role_name() not in ('frame', 'application')]
        return next((n for n in fs if n.get_role_name() not in ('list item', 'table cell', 'tree item')), fs[0] if fs else None)

    def taborder(self, n):
        for i in range(n):
            f = self.focused()
            print('   %2d %s' % (i, '%s::%s' % (f.get_role_name(), f.get_name()) if f else '(nothing)'))
            self.key('Tab')

    # --- D-Bus
    def calls(self, svc):
        self.pump()
        if svc == 'launcher':
            return [('Update', list(s)) for s in self.signals]
        bus, name, path = self.services[svc]
        return [(c[1], list(c[2])) for c in self._call(bus, name, path, 'org.freedesktop.DBus.Mock.GetCalls')[0]]

    def expect_call(self, svc, rx):
        return self.wait_for(lambda: [c for c in self.calls(svc) if re.search(rx, json.dumps(c, ensure_ascii=False, default=str))], 'a call to %s like %s; got %s' % (svc, rx, self.calls(svc)))

    def inhibitors(self):
        return self._call(self.sysbus, 'org.freedesktop.login1', '/org/freedesktop/login1', 'org.freedesktop.login1.Manager.ListInhibitors')[0]

    def action(self, key):
        V = self.GLib.Variant
        bus, name, path = self.services['notify']
        n = len([c for c in self.calls('notify') if c[0] == 'Notify'])
        self._call(bus, name, path, 'org.freedesktop.DBus.Mock.EmitSignal', V('(sssav)', (name, 'ActionInvoked', 'us', [V('u', n), V('s', key)])))
        time.sleep(.3)

    def active_title(self):
        return subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], capture_output=True, text=True).stdout.strip()

    def quit(self, t=10):
        self.x['may_exit'] = True
        self.close()
        try:
            rc = CH['app'].wait(float(t or 10))
        except subprocess.TimeoutExpired:
            raise Fail('did not quit')
        if rc:
            raise Fail('exit status %d' % rc)

    def close(self):
        subprocess.run(['wmctrl', '-c', ':ACTIVE:'], check=True) if shutil.which('wmctrl') else self.key('alt+F4')

    # --- one step
    def step(self, s):
        verb, _, arg = s.partition(':')
        T, _, rest = arg.partition('=')
        if verb in ('click', 'press', 'hover', 'menu', 'keys', 'set'):
            return self.set(T, rest) if verb == 'set' else getattr(self, verb)(arg)
        if verb == 'dclick': return self.click(arg, n=2)
        if verb == 'rclick': return self.click(arg, 3)
        if verb == 'tree': return self.tree(arg or None) and None
        if verb == 'audit': return self.audit()
        if verb == 'key': return self.key(*arg.split())
        if verb == 'type': return self.type(T, rest)
        if verb == 'select': return self.select(T, rest)
        if verb in ('check', 'uncheck'): return self.check(arg, verb == 'check')
        if verb == 'open': return self.open(arg)
        if verb == 'drop': return self.drop(T, rest)
        if verb == 'dragover':
            f, _, sh = rest.partition('='); return self.drop(T, f, sh or None, True)
        if verb == 'wait': return self.find(arg, unique=False) and None
        if verb == 'exists': return self.find(arg, showing=False, unique=False) and None
        if verb == 'wheel':
            self.xdo('mousemove', *self.point(T)); self.xdo('click', '--repeat', abs(int(rest)), '--delay', 30, 5 if int(rest) > 0 else 4)
            return time.sleep(.2)
        if verb == 'gone': return self.wait_for(lambda: not self.find_all(arg), '%r to go' % arg) and None
        if verb in ('enabled', 'disabled', 'checked', 'focused'):
            n = self.find(arg)
            f = {'enabled': lambda: self.state(n, 'ENABLED'), 'disabled': lambda: not self.state(n, 'ENABLED'),
                 'checked': lambda: self.state(n, 'CHECKED'), 'focused': lambda: self.state(n, 'FOCUSED')}[verb]
            return self.wait_for(f, '%r %s' % (arg, verb)) and None
        if verb == 'text':
            f = lambda: [1 for n in self.find_all(T) if re.search(rest, self.content(n) or n.get_name() or '') or re.search(rest, n.get_name() or '')]
            try:
                return self.wait_for(f, '') and None
            except Fail:
                raise Fail('%r is %r, not like %r' % (T, [(n.get_name(), self.content(n)) for n in self.find_all(T)], rest))
        if verb == 'items':
            n = self.find(T)
            try:
                return self.wait_for(lambda: n.get_child_count() == int(rest), '') and None
            except Fail:
                raise Fail('%r has %d children, not %s' % (T, n.get_child_count(), rest))
        if verb == 'title': return self.wait_for(lambda: re.search(arg, self.active_title()), 'title like %r, is %r' % (arg, self.active_title())) and None
        if verb == 'taborder': return self.taborder(int(arg))
        if verb == 'calls':
            if rest: return self.expect_call(T, rest) and None
            for c in self.calls(T): print('  ', json.dumps(c, ensure_ascii=False, default=str))
            return
        if verb == 'inhibited': return self.wait_for(lambda: bool(self.inhibitors()) == (arg == 'yes'), 'inhibited=%s; %s' % (arg, self.inhibitors())) and None
        if verb == 'action': return self.action(arg)
        if verb == 'scheme': return self.scheme(arg)
        if verb == 'shot': return self.shot(T, rest or None)
        if verb == 'shotwin': return self.shotwin(arg)
        if verb == 'resize':
            w, h = arg.split('x'); return self.xdo('getactivewindow', 'windowsize', '--sync', w, h)
        if verb == 'close': return self.close()
        if verb == 'quit': return self.quit(arg)
        if verb == 'sleep': return time.sleep(float(arg))
        if verb == 'run':
            r = subprocess.run(arg, shell=True)
            if r.returncode: raise Fail('exit status %d' % r.returncode)
            return
        if verb == 'start': return self.launch(arg, 'app%d' % (len(CH) + 1))
        raise Fail('unknown step ' + verb)


def inner(a, steps):
    tmp = os.environ['GUI_DRIVE_INNER']
    ok = bad = 0
    r = None
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        r = Robot(a, tmp)
        if a.python:
            exec(compile(open(a.python).read(), a.python, 'exec'), {'r': r, 'Fail': Fail, '__name__': '__main__'})
            ok += 1
        for s in steps:
            t0 = time.time()
            try:
                r.step(s)
                ok += 1
                print('ok   %5.1fs  %s' % (time.time() - t0, s), flush=True)
            except (Fail, subprocess.CalledProcessError, r.GLib.Error) as e:
                bad += 1
                print('FAIL %5.1fs  %s\n     %s' % (time.time() - t0, s, e), flush=True)
                if a.artifacts:
                    os.makedirs(a.artifacts, exist_ok=True)
                    b = '%s/fail%d' % (a.artifacts, bad)
                    try:
                        r.shot(b + '.png'); r.tree(b + '.txt')
                    except Exception as e2:
                        print('     no artifacts:', e2)
                if not a.keep_going:
                    break
        p = CH.get('app')
        if p and p.poll() not in (None, 0):
            bad += 1
            print('FAIL the program ended with status', p.returncode)
    except Exception:
        bad += 1
        traceback.print_exc()
    finally:
        reap()
        if bad or a.show_log:
            for f in sorted(os.listdir(tmp)):
                if f.startswith('app') and f.endswith('.log'):
                    print('--- %s\n%s' % (f, open(tmp + '/' + f, errors='replace').read()[-4000:]))
    print('%d passed, %d failed' % (ok, bad))
    return 1 if bad else 0


def main():
    if '--drag-source' in sys.argv:
        return dragsource(sys.argv[sys.argv.index('--') + 1:])
    p = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    p.add_argument('--app', required=True)
    p.add_argument('--script'); p.add_argument('--python')
    p.add_argument('--screen', default='1280x900x24'); p.add_argument('--wm', default='openbox --sm-disable')
    p.add_argument('--lang', help='fr_FR, ar_EG …'); p.add_argument('--scale', help='QT_SCALE_FACTOR')
    p.add_argument('--color-scheme', default='none', help='dark|light|none, told by the mock settings portal')
    p.add_argument('--coord-factor', type=float, help='screen pixels per AT-SPI unit (default: --scale; Qt 6.4 reports logical pixels)')
    p.add_argument('--env', action='append', default=[], help='K=V for the program')
    p.add_argument('--home', help='keep this HOME instead of a throw-away one'); p.add_argument('--cwd')
    p.add_argument('--no-mock', default='', help='comma list of notify,login,saver,files,portal')
    p.add_argument('--timeout', type=float, default=8); p.add_argument('--start-timeout', type=float, default=30)
    p.add_argument('--max-nodes', type=int, default=5000)
    p.add_argument('--artifacts', help='folder for a screenshot and tree of each failure')
    p.add_argument('--keep-going', action='store_true'); p.add_argument('--show-log', action='store_true')
    p.add_argument('steps', nargs='*')
    a = p.parse_intermixed_args()
    a.coord_factor = a.coord_factor or float(a.scale or 1)
    if 'GUI_DRIVE_INNER' not in os.environ:
        return outer(a, sys.argv[1:])
    steps = list(a.steps)
    if a.script:
        steps = [l.strip() for l in open(a.script) if l.strip() and not l.lstrip().startswith('#')] + steps
    return inner(a, steps)


if __name__ == '__main__':
    sys.exit(main())
