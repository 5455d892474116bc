#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server with TLS and passwords (python3-aiosmtpd) and a web server, on loopback, for tests.

servers.py FOLDER: makes a certificate in FOLDER, prints the ports of smtps, smtp with STARTTLS, http, a server that
never answers and smtp that knows no TLS, and writes one JSON object for each mail and request to FOLDER/received.
"""
import asyncio
import http.server
import json
import pathlib
import socket
import ssl
import subprocess
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

folder = pathlib.Path(sys.argv[1])
certificate, key = folder / "cert.pem", folder / "key.pem"
subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate],
               check=True, stderr=subprocess.DEVNULL)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
lock = threading.Lock()


def received(entry):
    with lock, open(folder / "received", "a", encoding="utf-8") as file:
        file.write(json.dumps(entry) + "\n")


class Handler:
    async def handle_DATA(self, server, session, envelope):
        received({"kind": "mail", "from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": server.transport.get_extra_info("sslcontext") is not None,
                  "user": str(session.auth_data), "content": envelope.content.decode("utf-8")})
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    good = data.login == b"convoy" and data.password == b"s3cret word"
    session.auth_data = data.login.decode() if good else None
    return AuthResult(success=good, handled=good, auth_data=session.auth_data)  # the server says 535 where it is not good


class Web(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        received({"kind": "post", "path": self.path, "type": self.headers["Content-Type"], "body": json.loads(body)})
        self.send_response(500 if self.path == "/broken" else 204)
        self.end_headers()

    def log_message(self, *arguments):
        pass


class Starttls(Controller):
    def factory(self):
        return SMTP(self.handler, tls_context=context, require_starttls=True, authenticator=authenticate, auth_required=True)


class Smtps(Controller):
    def factory(self):
        return SMTP(self.handler, authenticator=authenticate, auth_required=True, auth_require_tls=False)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


smtps_port, smtp_port, plain_port = free_port(), free_port(), free_port()
Smtps(Handler(), hostname="127.0.0.1", port=smtps_port, ssl_context=context).start()
Smtps(Handler(), hostname="127.0.0.1", port=plain_port).start()
starttls = Starttls(Handler(), hostname="127.0.0.1", port=smtp_port)
starttls.ssl_context = None
# Its self-test speaks before STARTTLS is asked for: that is all it needs.
starttls.start()
web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web)
threading.Thread(target=web.serve_forever, daemon=True).start()
silent = socket.socket()
silent.bind(("127.0.0.1", 0))
silent.listen(8)
print(smtps_port, smtp_port, web.server_address[1], silent.getsockname()[1], plain_port, flush=True)
sys.stdin.read()
