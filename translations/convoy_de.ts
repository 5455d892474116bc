<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>convoy::AboutDialog</name>
    <message>
        <source>About Convoy</source>
        <translation>Über Convoy</translation>
    </message>
    <message>
        <source>Converts many files at once, with every core, and never loses one.</source>
        <translation>Wandelt viele Dateien auf einmal um, mit allen Kernen, und verliert nie eine.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>convoy::AccurateRip</name>
    <message>
        <source>The AccurateRip file of this disc makes no sense.</source>
        <translation>Die AccurateRip-Datei dieser CD ergibt keinen Sinn.</translation>
    </message>
</context>
<context>
    <name>convoy::AlbumData</name>
    <message>
        <source>The album file has too many tracks.</source>
        <translation>Die Albumdatei hat zu viele Titel.</translation>
    </message>
    <message>
        <source>The album file is empty.</source>
        <translation>Die Albumdatei ist leer.</translation>
    </message>
    <message>
        <source>The album file is no valid JSON.</source>
        <translation>Die Albumdatei ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The album file “%1” is too large.</source>
        <translation>Die Albumdatei „%1“ ist zu groß.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The pattern “%1” names no tag, such as {artist} or {title}.</source>
        <translation>Das Muster „%1“ nennt kein Tag wie {artist} oder {title}.</translation>
    </message>
    <message>
        <source>The first line of the album file does not name its columns: “title”, and “artist”, “album”, “track” or “date”.</source>
        <translation>Die erste Zeile der Albumdatei nennt ihre Spalten nicht: „title“, dazu „artist“, „album“, „track“ oder „date“.</translation>
    </message>
</context>
<context>
    <name>convoy::AlbumFiller</name>
    <message>
        <source>No CD has tracks like these; nothing was looked up.</source>
        <translation>Keine CD hat solche Titel; nichts wurde nachgeschlagen.</translation>
    </message>
</context>
<context>
    <name>convoy::AlbumLookup</name>
    <message>
        <source>There is no cover of this release.</source>
        <translation>Zu dieser Veröffentlichung gibt es kein Cover.</translation>
    </message>
    <message>
        <source>“%1” cannot be asked.</source>
        <translation>„%1“ kann nicht gefragt werden.</translation>
    </message>
    <message>
        <source>“%1” has too much to do; try again later.</source>
        <translation>„%1“ hat zu viel zu tun; bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“%1” does not answer in time; try again later.</source>
        <translation>„%1“ antwortet nicht rechtzeitig; versuchen Sie es später noch einmal.</translation>
    </message>
</context>
<context>
    <name>convoy::AlbumStep</name>
    <message>
        <source>Which one? (a number; nothing: none)</source>
        <translation>Welche? (eine Zahl; nichts: keine)</translation>
    </message>
    <message>
        <source>--album, --tags-from and --lookup: the converter “%1” writes no tags.</source>
        <translation>--album, --tags-from und --lookup: Der Umwandler „%1“ schreibt keine Tags.</translation>
    </message>
    <message>
        <source>--release goes with --lookup.</source>
        <translation>--release gehört zu --lookup.</translation>
    </message>
    <message>
        <source>%1: the pattern does not fit.</source>
        <translation>%1: Das Muster passt nicht.</translation>
    </message>
    <message>
        <source>%1: no CD has tracks like these; nothing was looked up.</source>
        <translation>%1: Keine CD hat solche Titel; nichts wurde nachgeschlagen.</translation>
    </message>
    <message>
        <source>%1: MusicBrainz knows no disc like this.</source>
        <translation>%1: MusicBrainz kennt keine solche CD.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n release(s) fit; “--release ID” says which one it is.</source>
        <translation>
            <numerusform>%1: %n Veröffentlichung passt; „--release ID“ sagt, welche es ist.</numerusform>
            <numerusform>%1: %n Veröffentlichungen passen; „--release ID“ sagt, welche es ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) fit no track of the album; they get only what holds for all of it.</source>
        <translation>
            <numerusform>%n Datei passt zu keinem Titel des Albums; sie bekommt nur, was für das ganze gilt.</numerusform>
            <numerusform>%n Dateien passen zu keinem Titel des Albums; sie bekommen nur, was für das ganze gilt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::Arguments</name>
    <message>
        <source>“-” is not a path: files are read and written by name. (“./-” is a file of that name.)</source>
        <translation>„-“ ist kein Pfad: Dateien werden unter ihrem Namen gelesen und geschrieben. („./-“ ist eine Datei dieses Namens.)</translation>
    </message>
    <message>
        <source>There is no option “%1” for “%2”.</source>
        <translation>Es gibt keine Option „%1“ für „%2“.</translation>
    </message>
    <message>
        <source>“%1” takes no value.</source>
        <translation>„%1“ nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>“%1” needs a value: %2.</source>
        <translation>„%1“ braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>Convoy converts many files at once, on every core.</source>
        <translation>Convoy wandelt viele Dateien auf einmal um, auf allen Kernen.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Aufruf:</translation>
    </message>
    <message>
        <source>Exit status: 0 all done or skipped, 1 something failed, 2 wrong usage, 3 unfit
environment, 130 interrupted (“convoy-cli resume” goes on).</source>
        <translation>Rückgabewert: 0 alles fertig oder übersprungen, 1 etwas ist gescheitert, 2 falscher Aufruf, 3 ungeeignete
Umgebung, 130 unterbrochen („convoy-cli resume“ macht weiter).</translation>
    </message>
    <message>
        <source>how to convert (“convoy-cli profiles” lists them)</source>
        <translation>wie umgewandelt wird („convoy-cli profiles“ zählt sie auf)</translation>
    </message>
    <message>
        <source>changes one option of the profile; may be repeated</source>
        <translation>ändert eine Option des Profils; mehrfach möglich</translation>
    </message>
    <message>
        <source>names of outputs, such as {stem}-{n:03}</source>
        <translation>Namen der Ergebnisse, etwa {stem}-{n:03}</translation>
    </message>
    <message>
        <source>when a name is taken</source>
        <translation>wenn ein Name vergeben ist</translation>
    </message>
    <message>
        <source>how many at the same time (default: one a core)</source>
        <translation>wie viele gleichzeitig (sonst: eine je Kern)</translation>
    </message>
    <message>
        <source>takes the files of sub-folders too</source>
        <translation>nimmt auch die Dateien in Unterordnern</translation>
    </message>
    <message>
        <source>reads more paths from a file or stdin, one a line</source>
        <translation>liest weitere Pfade aus einer Datei oder der Standardeingabe, einen je Zeile</translation>
    </message>
    <message>
        <source>only says what would be done</source>
        <translation>sagt nur, was getan würde</translation>
    </message>
    <message>
        <source>does not read outputs back</source>
        <translation>liest die Ergebnisse nicht zur Probe</translation>
    </message>
    <message>
        <source>thread: no sandbox; a crash ends all that run</source>
        <translation>thread: ohne Sandbox; ein Absturz beendet alle, die laufen</translation>
    </message>
    <message>
        <source>json: one object a line on stdout</source>
        <translation>json: ein Objekt je Zeile auf der Standardausgabe</translation>
    </message>
    <message>
        <source>one JSON document on stdout</source>
        <translation>ein JSON-Dokument auf der Standardausgabe</translation>
    </message>
    <message>
        <source>shows this</source>
        <translation>zeigt dies</translation>
    </message>
    <message>
        <source>converts files and folders</source>
        <translation>wandelt Dateien und Ordner um</translation>
    </message>
    <message>
        <source>shows or checks profiles</source>
        <translation>zeigt oder prüft Profile</translation>
    </message>
    <message>
        <source>says what files are</source>
        <translation>sagt, was Dateien sind</translation>
    </message>
    <message>
        <source>lists converters and their options</source>
        <translation>zählt Umwandler und ihre Optionen auf</translation>
    </message>
    <message>
        <source>goes on with interrupted batches</source>
        <translation>macht mit unterbrochenen Stapeln weiter</translation>
    </message>
    <message>
        <source>lists past batches</source>
        <translation>zählt vergangene Stapel auf</translation>
    </message>
    <message>
        <source>Tell what to do.</source>
        <translation>Was soll getan werden?</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>ends options: what follows are paths</source>
        <translation>beendet die Optionen: was folgt, sind Pfade</translation>
    </message>
    <message>
        <source>outputs get the times of their sources</source>
        <translation>Ergebnisse bekommen die Zeiten ihrer Quellen</translation>
    </message>
    <message>
        <source>gives up when so many have failed; “resume” goes on</source>
        <translation>gibt auf, wenn so viele gescheitert sind; „resume“ macht weiter</translation>
    </message>
    <message>
        <source>waits so long between two starts</source>
        <translation>wartet so lange zwischen zwei Starts</translation>
    </message>
    <message>
        <source>tells of jobs in their order, not as they end</source>
        <translation>meldet Aufträge in ihrer Reihenfolge, nicht wie sie enden</translation>
    </message>
    <message>
        <source>prints what tools say to stdout</source>
        <translation>gibt auf der Standardausgabe aus, was Werkzeuge sagen</translation>
    </message>
    <message>
        <source>writes what each tool says to a file of its own</source>
        <translation>schreibt, was jedes Werkzeug sagt, in eine eigene Datei</translation>
    </message>
    <message>
        <source>does what has failed in a batch once more</source>
        <translation>bearbeitet noch einmal, was in einem Stapel gescheitert ist</translation>
    </message>
    <message>
        <source>as a page of documentation</source>
        <translation>als Seite der Dokumentation</translation>
    </message>
    <message>
        <source>converts what comes into a folder</source>
        <translation>wandelt um, was in einen Ordner kommt</translation>
    </message>
    <message>
        <source>prints what makes a shell complete</source>
        <translation>gibt aus, womit eine Shell Eingaben vervollständigt</translation>
    </message>
    <message>
        <source>where outputs go (default: beside each source)</source>
        <translation>wohin Ergebnisse kommen (sonst: neben Quellen)</translation>
    </message>
    <message>
        <source>a .json, .csv, .html or .xml (JUnit); may be repeated</source>
        <translation>.json, .csv, .html oder .xml (JUnit); auch mehrfach</translation>
    </message>
    <message>
        <source>paths in that list end in a null byte</source>
        <translation>Pfade dort enden mit einem Nullbyte</translation>
    </message>
    <message>
        <source>jobs are the rows of a .csv, .tsv, .json: {column}</source>
        <translation>Aufträge: Zeilen einer .csv, .tsv, .json; {column}</translation>
    </message>
    <message>
        <source>jobs are numbers, {i} or {i:03}; each path with each</source>
        <translation>Aufträge: Zahlen, {i} oder {i:03}; Pfade mit jeder</translation>
    </message>
    <message>
        <source>asks MusicBrainz for tags and cover of each disc</source>
        <translation>fragt MusicBrainz nach Tags und Cover jeder CD</translation>
    </message>
    <message>
        <source>which of several releases that fit</source>
        <translation>welche passende Veröffentlichung</translation>
    </message>
    <message>
        <source>unchanged for so long, a file is whole (default: 2)</source>
        <translation>so lange unverändert ist eine Datei ganz (sonst: 2)</translation>
    </message>
    <message>
        <source>looks so often (default: 60, on network folders 5)</source>
        <translation>sieht so oft nach (sonst: 60, Netzwerkordner 5)</translation>
    </message>
    <message>
        <source>trashes sources whose outputs are verified and saved</source>
        <translation>Quellen geprüfter Ergebnisse in den Papierkorb</translation>
    </message>
    <message>
        <source>mail, web address or command to be told at the end</source>
        <translation>E-Mail, Webadresse oder Befehl zur Meldung am Ende</translation>
    </message>
    <message>
        <source>compares music with its sources</source>
        <translation>vergleicht Musik mit der Quelle</translation>
    </message>
    <message>
        <source>sends a test, or keeps a password</source>
        <translation>sendet Probe oder speichert Passwort</translation>
    </message>
    <message>
        <source>Usage: convoy-cli COMMAND …</source>
        <translation>Aufruf: convoy-cli BEFEHL …</translation>
    </message>
    <message>
        <source>“convoy-cli COMMAND --help” shows its options, “--version” the version.</source>
        <translation>„convoy-cli BEFEHL --help“ zeigt seine Optionen, „--version“ die Version.</translation>
    </message>
    <message>
        <source>More: “convoy-cli %1 --help TOPIC”, or “all” for TOPIC.</source>
        <translation>Mehr: „convoy-cli %1 --help THEMA“, oder „all“ als THEMA.</translation>
    </message>
    <message>
        <source>tags from paths: {artist}/{album}/{track} {title}</source>
        <translation>Tags aus Pfaden: {artist}/{album}/{track} {title}</translation>
    </message>
    <message>
        <source>tags from .json, .csv, cue sheet, list of titles</source>
        <translation>Tags aus .json, .csv, Cuesheet oder Titelliste</translation>
    </message>
    <message>
        <source>where the sources are (default: beside the files)</source>
        <translation>wo die Quellen sind (sonst: neben den Dateien)</translation>
    </message>
    <message>
        <source>compares with the configured AccurateRip database</source>
        <translation>vergleicht mit der eingestellten AccurateRip-Datenbank</translation>
    </message>
</context>
<context>
    <name>convoy::Audio</name>
    <message>
        <source>The sound in this AIFF file is compressed (codec “%1”).</source>
        <translation>Der Ton in dieser AIFF-Datei ist komprimiert (Codec „%1“).</translation>
    </message>
    <message>
        <source>The header of this file is cut short.</source>
        <translation>Der Kopf dieser Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Samples of %1 bits do not fit into FLAC.</source>
        <translation>Abtastwerte mit %1 Bit passen nicht in FLAC.</translation>
    </message>
    <message>
        <source>There is no sound in this file.</source>
        <translation>In dieser Datei ist kein Ton.</translation>
    </message>
    <message>
        <source>This AIFF file does not say how its samples are stored.</source>
        <translation>Diese AIFF-Datei sagt nicht, wie ihre Abtastwerte gespeichert sind.</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>The file is cut short: the last part of its sound is missing.</source>
        <translation>Die Datei ist abgeschnitten: Der letzte Teil ihres Tons fehlt.</translation>
    </message>
    <message>
        <source>The written file does not hold the same sound as the source.</source>
        <translation>Die geschriebene Datei enthält nicht denselben Ton wie die Quelle.</translation>
    </message>
    <message>
        <source>The header of this file makes no sense.</source>
        <translation>Der Kopf dieser Datei ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>This file has %1 channels; FLAC holds at most 8.</source>
        <translation>Diese Datei hat %1 Kanäle; FLAC kennt höchstens 8.</translation>
    </message>
    <message>
        <source>The sample rate of %1 Hz is more than FLAC can hold.</source>
        <translation>Die Abtastrate von %1 Hz ist höher, als FLAC sie kennt.</translation>
    </message>
    <message>
        <source>This is no sound file that can become FLAC (WAV, RF64, Wave64, AIFF or FLAC).</source>
        <translation>Das ist keine Tondatei, aus der FLAC werden kann (WAV, RF64, Wave64, AIFF oder FLAC).</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Speicher reicht nicht.</translation>
    </message>
    <message>
        <source>This FLAC file is damaged.</source>
        <translation>Diese FLAC-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>This is no FLAC file.</source>
        <translation>Das ist keine FLAC-Datei.</translation>
    </message>
    <message>
        <source>The FLAC decoder cannot be started.</source>
        <translation>Der FLAC-Dekodierer lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>The file is damaged; what could be read was converted.</source>
        <translation>Die Datei ist beschädigt; was lesbar war, wurde umgewandelt.</translation>
    </message>
    <message>
        <source>The file became shorter while it was read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>The file is cut short; what is there was converted.</source>
        <translation>Die Datei ist abgeschnitten; was da ist, wurde umgewandelt.</translation>
    </message>
    <message>
        <source>Bits below the %1 that the file declares were not zero and were left out.</source>
        <translation>Bits unterhalb der %1, die die Datei angibt, waren nicht null und wurden weggelassen.</translation>
    </message>
    <message>
        <source>Samples beyond full scale were clipped.</source>
        <translation>Abtastwerte jenseits der Vollaussteuerung wurden begrenzt.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The output cannot be written.</source>
        <translation>Das Ergebnis kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This file has floating-point samples, which FLAC cannot hold without rounding.</source>
        <translation>Diese Datei hat Gleitkomma-Abtastwerte, die FLAC nicht ohne Runden aufnehmen kann.</translation>
    </message>
    <message>
        <source>The FLAC encoder failed.</source>
        <translation>Der FLAC-Kodierer ist gescheitert.</translation>
    </message>
    <message>
        <source>FLAC cannot hold sound of this kind.</source>
        <translation>FLAC kann Ton dieser Art nicht aufnehmen.</translation>
    </message>
    <message>
        <source>The sound in this WAV file is compressed (codec 0x%1).</source>
        <translation>Der Ton in dieser WAV-Datei ist komprimiert (Codec 0x%1).</translation>
    </message>
    <message>
        <source>This WAV file does not say how its samples are stored.</source>
        <translation>Diese WAV-Datei sagt nicht, wie ihre Abtastwerte gespeichert sind.</translation>
    </message>
    <message>
        <source>%1 bytes after the last whole sample were left out.</source>
        <translation>%1 Bytes nach dem letzten ganzen Abtastwert wurden weggelassen.</translation>
    </message>
    <message>
        <source>This is too large for a cue sheet.</source>
        <translation>Das ist zu groß für ein Cue-Sheet.</translation>
    </message>
    <message>
        <source>What is no sound in this file could not be kept: it is too large, or is in no chunk.</source>
        <translation>Was in dieser Datei kein Ton ist, konnte nicht behalten werden: Es ist zu groß oder steht in keinem Chunk.</translation>
    </message>
    <message>
        <source>The cover is no JPEG, PNG, GIF or WebP picture of at most 15 MiB; it was left out.</source>
        <translation>Das Cover ist kein JPEG-, PNG-, GIF- oder WebP-Bild von höchstens 15 MiB; es wurde weggelassen.</translation>
    </message>
    <message>
        <source>There is no room for the album&apos;s gain in the file.</source>
        <translation>In der Datei ist kein Platz für den Gain-Wert des Albums.</translation>
    </message>
    <message>
        <source>MP3 has two channels at most: the %1 of the source were mixed down.</source>
        <translation>MP3 hat höchstens zwei Kanäle: Die %1 der Quelle wurden zusammengemischt.</translation>
    </message>
    <message>
        <source>“%1” is no kind of music file.</source>
        <translation>„%1“ ist keine Art von Musikdatei.</translation>
    </message>
    <message>
        <source>The encoder failed.</source>
        <translation>Der Kodierer ist gescheitert.</translation>
    </message>
    <message>
        <source>This system&apos;s libav has no encoder for that.</source>
        <translation>Das libav dieses Systems hat dafür keinen Kodierer.</translation>
    </message>
    <message>
        <source>This format cannot hold sound of this kind.</source>
        <translation>Dieses Format kann Ton dieser Art nicht aufnehmen.</translation>
    </message>
    <message>
        <source>The written file cannot be read back.</source>
        <translation>Die geschriebene Datei kann nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>The tags cannot be written.</source>
        <translation>Die Tags können nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The track lies beyond the end of this file.</source>
        <translation>Der Titel liegt hinter dem Ende dieser Datei.</translation>
    </message>
    <message>
        <source>The track is cut short by the end of the file.</source>
        <translation>Der Titel ist durch das Ende der Datei abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 Hz, %2 bit, %3 channels</source>
        <translation>%1 Hz, %2 Bit, %3 Kanäle</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) differ; the first is number %1.</source>
        <translation>
            <numerusform>%n Abtastwert weicht ab; er ist Nummer %1.</numerusform>
            <numerusform>%n Abtastwerte weichen ab; der erste ist Nummer %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has %1 samples, its source %2.</source>
        <translation>Sie hat %1 Abtastwerte, ihre Quelle %2.</translation>
    </message>
    <message>
        <source>It has %1; its source has %2.</source>
        <translation>Sie hat %1; ihre Quelle hat %2.</translation>
    </message>
    <message>
        <source>The cover could not be made smaller.</source>
        <translation>Das Cover konnte nicht verkleinert werden.</translation>
    </message>
    <message>
        <source>The cover has too many pixels.</source>
        <translation>Das Cover hat zu viele Bildpunkte.</translation>
    </message>
    <message>
        <source>This is no log of a ripper with a disc’s contents in it.</source>
        <translation>Das ist kein Protokoll eines Rippers mit dem Inhalt einer CD darin.</translation>
    </message>
    <message>
        <source>What is no sound in this file was not kept: that is done for WAV and AIFF only.</source>
        <translation>Was in dieser Datei kein Ton ist, wurde nicht behalten: Das geschieht nur bei WAV und AIFF.</translation>
    </message>
    <message>
        <source>The cover could not be made smaller; it was left as it is.</source>
        <translation>Das Cover konnte nicht verkleinert werden; es blieb, wie es ist.</translation>
    </message>
    <message>
        <source>The sound of this file is damaged.</source>
        <translation>Der Ton dieser Datei ist beschädigt.</translation>
    </message>
    <message numerus="yes">
        <source>It starts %n sample(s) later than its source; what both have is the same.</source>
        <translation>
            <numerusform>Es beginnt %n Abtastwert später als seine Quelle; was beide haben, ist gleich.</numerusform>
            <numerusform>Es beginnt %n Abtastwerte später als seine Quelle; was beide haben, ist gleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It starts %n sample(s) before its source; what both have is the same.</source>
        <translation>
            <numerusform>Es beginnt %n Abtastwert vor seiner Quelle; was beide haben, ist gleich.</numerusform>
            <numerusform>Es beginnt %n Abtastwerte vor seiner Quelle; was beide haben, ist gleich.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has its sound in several parts; only the first was taken.</source>
        <translation>Der Ton der Datei liegt in mehreren Teilen; nur der erste wurde genommen.</translation>
    </message>
    <message>
        <source>The source was coded with loss: it has no samples that others could be compared with.</source>
        <translation>Die Quelle ist verlustbehaftet kodiert: Sie hat keine Abtastwerte, mit denen sich andere vergleichen ließen.</translation>
    </message>
    <message>
        <source>The cover is cut short; it was left out.</source>
        <translation>Das Titelbild ist abgeschnitten; es wurde weggelassen.</translation>
    </message>
</context>
<context>
    <name>convoy::AudioInfo</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Title of the whole record.</source>
        <translation>Titel der ganzen Platte.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the track. Empty takes it from the source or from a file name such as “03 - So What.wav”.</source>
        <translation>Name des Titels. Leer nimmt ihn aus der Quelle oder aus einem Dateinamen wie „03 - So What.wav“.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Year of release, or a whole date: 1959 or 1959-08-17.</source>
        <translation>Jahr der Veröffentlichung oder ein ganzes Datum: 1959 oder 1959-08-17.</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Kind of music.</source>
        <translation>Art der Musik.</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Titelnummer</translation>
    </message>
    <message>
        <source>Place on the record. Empty takes it from the source or from a file name such as “track03.cdda.wav”.</source>
        <translation>Platz auf der Platte. Leer nimmt ihn aus der Quelle oder aus einem Dateinamen wie „track03.cdda.wav“.</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titelzahl</translation>
    </message>
    <message>
        <source>How many tracks the record has.</source>
        <translation>Wie viele Titel die Platte hat.</translation>
    </message>
    <message>
        <source>Album artist</source>
        <translation>Albuminterpret</translation>
    </message>
    <message>
        <source>Whose record it is, where that is not the artist of every track.</source>
        <translation>Wessen Platte es ist, wenn das nicht der Interpret jedes Titels ist.</translation>
    </message>
    <message>
        <source>Disc</source>
        <translation>CD</translation>
    </message>
    <message>
        <source>Place in a set of discs.</source>
        <translation>Platz in einem Satz von CDs.</translation>
    </message>
    <message>
        <source>Discs</source>
        <translation>CDs</translation>
    </message>
    <message>
        <source>How many discs the set has.</source>
        <translation>Wie viele CDs der Satz hat.</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Komponist</translation>
    </message>
    <message>
        <source>Who wrote the music.</source>
        <translation>Wer die Musik geschrieben hat.</translation>
    </message>
    <message>
        <source>ISRC</source>
        <translation>ISRC</translation>
    </message>
    <message>
        <source>International Standard Recording Code of the track.</source>
        <translation>Internationaler Standard-Aufnahmeschlüssel des Titels.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Anything else.</source>
        <translation>Alles Weitere.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>8 makes the smallest files, 0 is fastest; the sound is the same.</source>
        <translation>8 macht die kleinsten Dateien, 0 ist am schnellsten; der Ton ist derselbe.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Room for tags</source>
        <translation>Platz für Tags</translation>
    </message>
    <message>
        <source>Kept free so that tags can grow later without writing the file anew; tags count as part of it. −1 chooses 8 KiB, or 64 KiB from 20 minutes on.</source>
        <translation>Bleibt frei, damit Tags später wachsen können, ohne dass die Datei neu geschrieben wird; Tags zählen mit. −1 wählt 8 KiB, ab 20 Minuten 64 KiB.</translation>
    </message>
    <message>
        <source>Floating-point samples</source>
        <translation>Gleitkomma-Abtastwerte</translation>
    </message>
    <message>
        <source>FLAC holds whole numbers only. Refuse such files, or round them to 24 bit with dither.</source>
        <translation>FLAC kennt nur ganze Zahlen. Solche Dateien ablehnen oder mit Dither auf 24 Bit runden.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Dither to 24 bit</source>
        <translation>Auf 24 Bit dithern</translation>
    </message>
    <message>
        <source>Convert damaged files as far as they go</source>
        <translation>Beschädigte Dateien umwandeln, soweit es geht</translation>
    </message>
    <message>
        <source>A file that is cut short is converted up to there, with a warning, instead of failing.</source>
        <translation>Eine abgeschnittene Datei wird bis dorthin umgewandelt, mit einer Warnung, statt zu scheitern.</translation>
    </message>
    <message>
        <source>Keep the source&apos;s tags</source>
        <translation>Tags der Quelle behalten</translation>
    </message>
    <message>
        <source>Tags and pictures of the source are taken over where nothing is filled in below.</source>
        <translation>Tags und Bilder der Quelle werden übernommen, wo unten nichts eingetragen ist.</translation>
    </message>
    <message>
        <source>Read track and title from file names</source>
        <translation>Nummer und Titel aus Dateinamen lesen</translation>
    </message>
    <message>
        <source>From names such as “track03.cdda.wav” and “03 - So What.wav”, where the source has no tags.</source>
        <translation>Aus Namen wie „track03.cdda.wav“ und „03 - So What.wav“, wenn die Quelle keine Tags hat.</translation>
    </message>
    <message>
        <source>Music to FLAC</source>
        <translation>Musik nach FLAC</translation>
    </message>
    <message>
        <source>Lossless FLAC with tags from WAV, AIFF or FLAC, and back to WAV.</source>
        <translation>Verlustfreies FLAC mit Tags aus WAV, AIFF oder FLAC, und zurück nach WAV.</translation>
    </message>
    <message>
        <source>Try every predictor</source>
        <translation>Jeden Prädiktor versuchen</translation>
    </message>
    <message>
        <source>Several times slower for files that are smaller by a thousandth or two.</source>
        <translation>Mehrfach langsamer für Dateien, die um ein oder zwei Tausendstel kleiner sind.</translation>
    </message>
    <message>
        <source>Keep everything else in a WAV</source>
        <translation>Alles andere in einer WAV-Datei behalten</translation>
    </message>
    <message>
        <source>Chunks that are no sound are kept inside the FLAC, so that “flac -d --keep-foreign-metadata” gives the same WAV file back, byte for byte.</source>
        <translation>Chunks, die kein Ton sind, werden im FLAC aufbewahrt, sodass „flac -d --keep-foreign-metadata“ dieselbe WAV-Datei zurückgibt, Byte für Byte.</translation>
    </message>
    <message>
        <source>Who plays. Empty keeps what the source says; several names stand with “; ” between them.</source>
        <translation>Wer spielt. Leer behält, was die Quelle sagt; mehrere Namen stehen mit „; “ dazwischen.</translation>
    </message>
    <message>
        <source>Compilation</source>
        <translation>Kompilation</translation>
    </message>
    <message>
        <source>The record is by several artists; players then keep it together.</source>
        <translation>Die Platte ist von mehreren Interpreten; Abspielprogramme halten sie dann zusammen.</translation>
    </message>
    <message>
        <source>More tags</source>
        <translation>Weitere Tags</translation>
    </message>
    <message>
        <source>Each as NAME=value; a name may come several times. NAME= alone removes the source’s.</source>
        <translation>Jedes als NAME=Wert; ein Name darf mehrmals vorkommen. NAME= allein entfernt die der Quelle.</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Cue sheet</source>
        <translation>Cue-Sheet</translation>
    </message>
    <message>
        <source>Text of a cue sheet for an image of a whole disc; it is kept inside the file.</source>
        <translation>Text eines Cue-Sheets für das Abbild einer ganzen CD; er wird in der Datei aufbewahrt.</translation>
    </message>
    <message>
        <source>ReplayGain</source>
        <translation>ReplayGain</translation>
    </message>
    <message>
        <source>Loudness is measured (EBU R 128) and kept as tags, so that players can play all tracks or all records equally loud. The sound itself is not changed.</source>
        <translation>Die Lautheit wird gemessen (EBU R 128) und in Tags festgehalten, damit Abspielprogramme alle Titel oder alle Platten gleich laut spielen können. Der Ton selbst wird nicht geändert.</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>Of each track</source>
        <translation>Für jeden Titel</translation>
    </message>
    <message>
        <source>Of tracks and record</source>
        <translation>Für Titel und Platte</translation>
    </message>
    <message>
        <source>Cue sheets</source>
        <translation>Cue-Sheets</translation>
    </message>
    <message>
        <source>What a cue sheet becomes when it is added: its tracks, with the pauses between them at one end or left out, or one file with the cue sheet inside.</source>
        <translation>Was aus einem Cue-Sheet wird, wenn es hinzugefügt wird: seine Titel, mit den Pausen dazwischen an einem Ende oder weggelassen, oder eine Datei mit dem Cue-Sheet darin.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Tracks; pauses end the track before</source>
        <translation>Titel; Pausen beenden den Titel davor</translation>
    </message>
    <message>
        <source>Tracks; pauses start the track behind</source>
        <translation>Titel; Pausen beginnen den Titel danach</translation>
    </message>
    <message>
        <source>Tracks without pauses</source>
        <translation>Titel ohne Pausen</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Abtastwerte</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>The first sample to convert, counted from 0. One second of a CD has 44,100.</source>
        <translation>Der erste Abtastwert, der umgewandelt wird, gezählt ab 0. Eine Sekunde einer CD hat 44.100.</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The first sample that is no longer converted; 0 is the end of the file.</source>
        <translation>Der erste Abtastwert, der nicht mehr umgewandelt wird; 0 ist das Ende der Datei.</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Largest cover</source>
        <translation>Größtes Cover</translation>
    </message>
    <message>
        <source>A front cover that is wider or higher becomes a smaller JPEG. 0 leaves covers as they are.</source>
        <translation>Ein vorderes Cover, das breiter oder höher ist, wird ein kleineres JPEG. 0 lässt Cover, wie sie sind.</translation>
    </message>
    <message>
        <source>Samples without a header</source>
        <translation>Abtastwerte ohne Kopf</translation>
    </message>
    <message>
        <source>Of a CD in files such as “track01.cdda” or “disc.cdr”: which byte of each sample comes first. The wrong one gives noise.</source>
        <translation>Von einer CD in Dateien wie „track01.cdda“ oder „disc.cdr“: welches Byte jedes Abtastwerts zuerst kommt. Das falsche ergibt Rauschen.</translation>
    </message>
    <message>
        <source>Low byte first</source>
        <translation>Niederwertiges Byte zuerst</translation>
    </message>
    <message>
        <source>High byte first</source>
        <translation>Höherwertiges Byte zuerst</translation>
    </message>
    <message>
        <source>AccurateRip from</source>
        <translation>AccurateRip ab</translation>
    </message>
    <message>
        <source>Where the disc says that the track starts, if it is cut elsewhere.</source>
        <translation>Wo der Titel laut CD beginnt, falls er anderswo geschnitten ist.</translation>
    </message>
    <message>
        <source>AccurateRip up to</source>
        <translation>AccurateRip bis</translation>
    </message>
    <message>
        <source>Where the disc says that the track ends; 0 where it is cut as the disc says.</source>
        <translation>Wo der Titel laut CD endet; 0, wo er so geschnitten ist, wie die CD es sagt.</translation>
    </message>
    <message>
        <source>The first of these files that there is becomes the front cover. A name without a folder is looked for beside the source (and above folders such as “CD1”), and is used where the source has no cover of its own.</source>
        <translation>Die erste dieser Dateien, die es gibt, wird das vordere Cover. Ein Name ohne Ordner wird neben der Quelle gesucht (und über Ordnern wie „CD1“) und benutzt, wo die Quelle kein eigenes Cover hat.</translation>
    </message>
</context>
<context>
    <name>convoy::AudioTrack</name>
    <message>
        <source>The sound of this video cannot be prepared for encoding.</source>
        <translation>Der Ton dieses Videos lässt sich nicht für das Kodieren vorbereiten.</translation>
    </message>
</context>
<context>
    <name>convoy::BatchBar</name>
    <message>
        <source>%1 done, %2 failed, %3 skipped</source>
        <translation>%1 fertig, %2 gescheitert, %3 übersprungen</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n angehalten</numerusform>
            <numerusform>%n angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not started</source>
        <translation>
            <numerusform>%n nicht begonnen</numerusform>
            <numerusform>%n nicht begonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what is ahead, what has ended</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <source>Beside the source</source>
        <translation>Neben der Quelle</translation>
    </message>
    <message>
        <source>Where outputs go, with the sub-folders of folders that were added. Empty: beside each source.</source>
        <translation>Wohin die Ergebnisse kommen, mit den Unterordnern hinzugefügter Ordner. Leer: neben jede Quelle.</translation>
    </message>
    <message>
        <source>Batch progress</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>percent, time left</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n finishing</source>
        <translation>
            <numerusform>%n wird abgeschlossen</numerusform>
            <numerusform>%n werden abgeschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>time left not known yet</source>
        <translation>Restzeit noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>convoy::BatchCheck</name>
    <message>
        <source>Check that the file is there and that you may read it, or leave it out.</source>
        <translation>Prüfen, ob die Datei da ist und gelesen werden darf, oder sie weglassen.</translation>
    </message>
    <message>
        <source>Choose another output folder, or get the right to write to this one.</source>
        <translation>Einen anderen Ausgabeordner wählen oder das Recht beschaffen, in diesen zu schreiben.</translation>
    </message>
    <message>
        <source>Choose another output folder, or make room.</source>
        <translation>Einen anderen Ausgabeordner wählen oder Platz schaffen.</translation>
    </message>
    <message>
        <source>Install it, or correct the command in the profile.</source>
        <translation>Es installieren oder den Befehl im Profil berichtigen.</translation>
    </message>
    <message>
        <source>Choose a profile for this kind of file, or leave it out.</source>
        <translation>Ein Profil für diese Art Datei wählen oder sie weglassen.</translation>
    </message>
    <message>
        <source>Put {n} or {parent} into the name template to tell them apart.</source>
        <translation>{n} oder {parent} in die Namensvorlage setzen, um sie zu unterscheiden.</translation>
    </message>
    <message>
        <source>Choose another output folder, name template or conflict rule.</source>
        <translation>Einen anderen Ausgabeordner, eine andere Namensvorlage oder eine andere Konfliktregel wählen.</translation>
    </message>
    <message>
        <source>Look at the file with another program, or leave it out.</source>
        <translation>Die Datei mit einem anderen Programm ansehen oder sie weglassen.</translation>
    </message>
    <message>
        <source>The program “%1” is not installed.</source>
        <translation>Das Programm „%1“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install the package “%1”, or correct the command in the profile.</source>
        <translation>Das Paket „%1“ installieren oder den Befehl im Profil berichtigen.</translation>
    </message>
    <message>
        <source>Several files want the same name: all but one get a number.</source>
        <translation>Mehrere Dateien wollen denselben Namen: Alle bis auf eine bekommen eine Nummer.</translation>
    </message>
    <message>
        <source>The name is taken already: the output gets a number.</source>
        <translation>Der Name ist schon vergeben: Das Ergebnis bekommt eine Nummer.</translation>
    </message>
    <message>
        <source>Several files want the same name: all but one are skipped.</source>
        <translation>Mehrere Dateien wollen denselben Namen: Alle bis auf eine werden übersprungen.</translation>
    </message>
    <message>
        <source>The name is taken already: the file is skipped.</source>
        <translation>Der Name ist schon vergeben: Die Datei wird übersprungen.</translation>
    </message>
    <message>
        <source>The name is taken already: what is there is replaced.</source>
        <translation>Der Name ist schon vergeben: Was da ist, wird ersetzt.</translation>
    </message>
    <message>
        <source>Several files want the same name: all but one fail.</source>
        <translation>Mehrere Dateien wollen denselben Namen: Alle bis auf eine scheitern.</translation>
    </message>
    <message>
        <source>The name is taken already: the file fails.</source>
        <translation>Der Name ist schon vergeben: Die Datei scheitert.</translation>
    </message>
    <message>
        <source>“%1” has %2 free, and about %3 are needed.</source>
        <translation>In „%1“ sind %2 frei, und etwa %3 werden gebraucht.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”: about %2 needed, %3 free.</source>
        <translation>„%1“: etwa %2 gebraucht, %3 frei.</translation>
    </message>
</context>
<context>
    <name>convoy::BatchController</name>
    <message numerus="yes">
        <source>%n file(s) added from the history.</source>
        <translation>
            <numerusform>%n Datei aus dem Verlauf hinzugefügt.</numerusform>
            <numerusform>%n Dateien aus dem Verlauf hinzugefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::BatchEnd</name>
    <message>
        <source>The computer could not be suspended or switched off.</source>
        <translation>Der Rechner konnte nicht in Bereitschaft versetzt oder ausgeschaltet werden.</translation>
    </message>
    <message>
        <source>%1 done, %2 failed, %3 skipped</source>
        <translation>%1 fertig, %2 gescheitert, %3 übersprungen</translation>
    </message>
    <message>
        <source>Ended after %1: %2.</source>
        <comment>duration, counts</comment>
        <translation>Beendet nach %1: %2.</translation>
    </message>
    <message>
        <source>Of those that failed: %1.</source>
        <translation>Von den gescheiterten: %1.</translation>
    </message>
    <message>
        <source>%1 became %2, %3 saved.</source>
        <translation>Aus %1 wurden %2, %3 gespart.</translation>
    </message>
    <message>
        <source>%1 became %2.</source>
        <translation>Aus %1 wurden %2.</translation>
    </message>
    <message>
        <source>Show failed</source>
        <translation>Gescheiterte zeigen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Converted, with failures</source>
        <translation>Umgewandelt, mit Fehlschlägen</translation>
    </message>
    <message>
        <source>Everything is converted</source>
        <translation>Alles ist umgewandelt</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n cancelled</source>
        <comment>what else has ended</comment>
        <translation>
            <numerusform>%1, %n abgebrochen</numerusform>
            <numerusform>%1, %n abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Convert the rest</source>
        <translation>Rest umwandeln</translation>
    </message>
</context>
<context>
    <name>convoy::BatchSession</name>
    <message>
        <source>%1: “%2” is not one of %3.</source>
        <translation>%1: „%2“ ist keines von %3.</translation>
    </message>
    <message>
        <source>--jobs: a number from 1 to %1 is needed.</source>
        <translation>--jobs: Eine Zahl von 1 bis %1 wird gebraucht.</translation>
    </message>
    <message>
        <source>Conversions run without a sandbox: a damaged file can end all that run.</source>
        <translation>Die Umwandlung läuft ohne Sandbox: Eine beschädigte Datei kann alle beenden, die laufen.</translation>
    </message>
    <message>
        <source>Stopped. “convoy-cli resume %1” goes on.</source>
        <translation>Angehalten. „convoy-cli resume %1“ macht weiter.</translation>
    </message>
    <message>
        <source>No mail will be sent. (“convoy-cli notify password FILE” stores the password.)</source>
        <translation>Es wird keine E-Mail gesendet. („convoy-cli notify password DATEI“ speichert das Passwort.)</translation>
    </message>
</context>
<context>
    <name>convoy::ChunkEncoder</name>
    <message>
        <source>There is not enough memory to encode this video.</source>
        <translation>Der Speicher reicht nicht, um dieses Video zu kodieren.</translation>
    </message>
</context>
<context>
    <name>convoy::CommandHook</name>
    <message>
        <source>The command “%1” failed.</source>
        <translation>Der Befehl „%1“ ist gescheitert.</translation>
    </message>
    <message>
        <source>It was ended after %1 s.</source>
        <translation>Er wurde nach %1 s beendet.</translation>
    </message>
</context>
<context>
    <name>convoy::Committer</name>
    <message>
        <source>The folder “%1” could not be written to disk.</source>
        <translation>Der Ordner „%1“ konnte nicht auf den Datenträger geschrieben werden.</translation>
    </message>
    <message>
        <source>The output could not be written to disk.</source>
        <translation>Das Ergebnis konnte nicht auf den Datenträger geschrieben werden.</translation>
    </message>
    <message>
        <source>The output would replace its own source.</source>
        <translation>Das Ergebnis würde seine eigene Quelle ersetzen.</translation>
    </message>
</context>
<context>
    <name>convoy::CompareView</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Drag the divider: before to the left, after to the right</source>
        <translation>Die Trennlinie ziehen: links vorher, rechts nachher</translation>
    </message>
    <message>
        <source>The divider is at %1 percent</source>
        <translation>Die Trennlinie steht bei %1 Prozent</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
</context>
<context>
    <name>convoy::CompletionCommand</name>
    <message>
        <source>One of bash, zsh, fish is needed.</source>
        <translation>Eines von bash, zsh, fish wird gebraucht.</translation>
    </message>
</context>
<context>
    <name>convoy::Console</name>
    <message>
        <source>“%1” shows what can be given.</source>
        <translation>„%1“ zeigt, was angegeben werden kann.</translation>
    </message>
    <message>
        <source>The standard output cannot be written.</source>
        <translation>In die Standardausgabe kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>convoy::ConvertCommand</name>
    <message>
        <source>The output folder “%1” cannot be written to.</source>
        <translation>In den Ausgabeordner „%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>There is nothing to do: no file was found.</source>
        <translation>Es gibt nichts zu tun: Keine Datei wurde gefunden.</translation>
    </message>
    <message>
        <source>There is nothing to do: no file was found. (--recursive looks into sub-folders too.)</source>
        <translation>Es gibt nichts zu tun: Keine Datei wurde gefunden. (--recursive sieht auch in Unterordner.)</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>A dry run writes no report.</source>
        <translation>Ein Probelauf schreibt keinen Bericht.</translation>
    </message>
</context>
<context>
    <name>convoy::ConvertOptions</name>
    <message>
        <source>--profile is needed: it says how to convert.</source>
        <translation>--profile wird gebraucht: Es sagt, wie umgewandelt wird.</translation>
    </message>
    <message>
        <source>--conflict: “%1” is not one of rename, skip, overwrite, fail.</source>
        <translation>--conflict: „%1“ ist keines von rename, skip, overwrite, fail.</translation>
    </message>
    <message>
        <source>--set: “%1” is not KEY=VALUE.</source>
        <translation>--set: „%1“ ist nicht SCHLÜSSEL=WERT.</translation>
    </message>
    <message>
        <source>--set %1: the converter “%2” has no such option.</source>
        <translation>--set %1: Der Umwandler „%2“ hat keine solche Option.</translation>
    </message>
    <message>
        <source>--output-dir: the name of a folder is needed.</source>
        <translation>--output-dir: Der Name eines Ordners wird gebraucht.</translation>
    </message>
    <message>
        <source>--list and --range do not go together.</source>
        <translation>--list und --range gehen nicht zusammen.</translation>
    </message>
    <message>
        <source>--halt: “%1” is not understood; “soon,fail=1”, “now,fail=10%” and “never” are.</source>
        <translation>--halt: „%1“ wird nicht verstanden; „soon,fail=1“, „now,fail=10%“ und „never“ schon.</translation>
    </message>
    <message>
        <source>--delay: a number of seconds from 0 to %1 is needed.</source>
        <translation>--delay: Eine Zahl von Sekunden von 0 bis %1 wird gebraucht.</translation>
    </message>
    <message>
        <source>--list takes the place of paths: a list names files in its column “file”.</source>
        <translation>--list tritt an die Stelle von Pfaden: Eine Liste nennt Dateien in ihrer Spalte „file“.</translation>
    </message>
</context>
<context>
    <name>convoy::ConvertersCommand</name>
    <message>
        <source>“converters” takes no paths.</source>
        <translation>„converters“ nimmt keine Pfade.</translation>
    </message>
</context>
<context>
    <name>convoy::CopyTrack</name>
    <message>
        <source>“%1” cannot be copied into a file “.%2”.</source>
        <translation>„%1“ kann nicht in eine Datei „.%2“ kopiert werden.</translation>
    </message>
    <message>
        <source>There is not enough memory to copy this video.</source>
        <translation>Der Speicher reicht nicht, um dieses Video zu kopieren.</translation>
    </message>
</context>
<context>
    <name>convoy::CountdownDialog</name>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>In Bereitschaft versetzen</translation>
    </message>
    <message>
        <source>Everything is converted. This is what was chosen to happen then.</source>
        <translation>Alles ist umgewandelt. Das hier wurde für diesen Fall gewählt.</translation>
    </message>
    <message>
        <source>Leave it on</source>
        <translation>Eingeschaltet lassen</translation>
    </message>
    <message>
        <source>Switch off now</source>
        <translation>Jetzt ausschalten</translation>
    </message>
    <message>
        <source>Suspend now</source>
        <translation>Jetzt in Bereitschaft versetzen</translation>
    </message>
    <message numerus="yes">
        <source>The computer is switched off in %n second(s).</source>
        <translation>
            <numerusform>Der Rechner wird in %n Sekunde ausgeschaltet.</numerusform>
            <numerusform>Der Rechner wird in %n Sekunden ausgeschaltet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer is suspended in %n second(s).</source>
        <translation>
            <numerusform>Der Rechner wird in %n Sekunde in Bereitschaft versetzt.</numerusform>
            <numerusform>Der Rechner wird in %n Sekunden in Bereitschaft versetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::CoverBox</name>
    <message>
        <source>Cover</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>keines gewählt</translation>
    </message>
    <message>
        <source>Drop a
cover here</source>
        <translation>Cover
hier ablegen</translation>
    </message>
    <message>
        <source>Choose the cover</source>
        <translation>Cover wählen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>The front cover of all these tracks: drop a picture here, or click to choose one. Without it each keeps its own, or gets the “cover.jpg” that lies beside it.</source>
        <translation>Das vordere Cover all dieser Titel: ein Bild hier ablegen oder klicken, um eines zu wählen. Ohne behält jeder sein eigenes oder bekommt die „cover.jpg“, die neben ihm liegt.</translation>
    </message>
</context>
<context>
    <name>convoy::CropControls</name>
    <message>
        <source>Crop: %1</source>
        <translation>Zuschnitt: %1</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>to the edge</source>
        <translation>bis zum Rand</translation>
    </message>
    <message>
        <source>any shape</source>
        <translation>beliebige Form</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Width to height that the rectangle keeps while it is resized</source>
        <translation>Verhältnis von Breite zu Höhe, das das Rechteck behält, während seine Größe geändert wird</translation>
    </message>
    <message>
        <source>Crop all alike</source>
        <translation>Alle gleich zuschneiden</translation>
    </message>
    <message>
        <source>Gives every waiting file with this profile the same crop</source>
        <translation>Gibt jeder wartenden Datei mit diesem Profil denselben Zuschnitt</translation>
    </message>
</context>
<context>
    <name>convoy::CropView</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Crop rectangle: left %1, top %2, width %3, height %4</source>
        <translation>Zuschnitt: links %1, oben %2, Breite %3, Höhe %4</translation>
    </message>
</context>
<context>
    <name>convoy::CueSheet</name>
    <message>
        <source>Hidden track</source>
        <translation>Versteckter Titel</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n Titel</numerusform>
            <numerusform>%n Titel</numerusform>
        </translation>
    </message>
    <message>
        <source>This cue sheet names no track.</source>
        <translation>Dieses Cue-Sheet nennt keinen Titel.</translation>
    </message>
    <message>
        <source>This cue sheet names too many files.</source>
        <translation>Dieses Cue-Sheet nennt zu viele Dateien.</translation>
    </message>
    <message>
        <source>A track of this cue sheet has no usable number.</source>
        <translation>Ein Titel dieses Cue-Sheets hat keine brauchbare Nummer.</translation>
    </message>
    <message>
        <source>A track of this cue sheet starts nowhere.</source>
        <translation>Ein Titel dieses Cue-Sheets beginnt nirgends.</translation>
    </message>
    <message>
        <source>Track %1 of this cue sheet starts before the track in front of it.</source>
        <translation>Titel %1 dieses Cue-Sheets beginnt vor dem Titel davor.</translation>
    </message>
    <message>
        <source>Track %1 of this cue sheet has no sound: the next one starts at the same place.</source>
        <translation>Titel %1 dieses Cuesheets hat keinen Ton: Der nächste beginnt an derselben Stelle.</translation>
    </message>
</context>
<context>
    <name>convoy::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are selected. Select one to read about it.</source>
        <translation>
            <numerusform>%n Datei ist ausgewählt. Wähle eine, um über sie zu lesen.</numerusform>
            <numerusform>%n Dateien sind ausgewählt. Wähle eine, um über sie zu lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a file to read about it.</source>
        <translation>Wähle eine Datei, um über sie zu lesen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Wissenswert</translation>
    </message>
    <message>
        <source>In the words of the program that failed</source>
        <translation>In den Worten des gescheiterten Programms</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>What the tool said</source>
        <translation>Was das Werkzeug sagte</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>Prozessorzeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>It failed %1. %2</source>
        <comment>stage, what can be done</comment>
        <translation>Gescheitert %1. %2</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
</context>
<context>
    <name>convoy::DicomConverter</name>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>Der Speicher reicht nicht für das Bild.</translation>
    </message>
    <message>
        <source>The picture could not be converted.</source>
        <translation>Das Bild konnte nicht umgewandelt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%1×%2 %3 bit, %n frame(s)</source>
        <translation>
            <numerusform>%1×%2 %3 Bit, %n Bild</numerusform>
            <numerusform>%1×%2 %3 Bit, %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1×%2 %3 bit</source>
        <translation>%1×%2 %3 Bit</translation>
    </message>
    <message>
        <source>The file says that names or other personal data are written into the picture itself.</source>
        <translation>Die Datei sagt, dass Namen oder andere persönliche Angaben in das Bild selbst geschrieben sind.</translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation>Die Datei ist abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>convoy::DicomDirectory</name>
    <message>
        <source>The DICOMDIR is damaged: it lists no file.</source>
        <translation>Das DICOMDIR ist beschädigt: Es führt keine Datei auf.</translation>
    </message>
    <message>
        <source>This DICOMDIR lists no picture.</source>
        <translation>Dieses DICOMDIR führt kein Bild auf.</translation>
    </message>
    <message numerus="yes">
        <source>DICOMDIR, %n file(s)</source>
        <translation>
            <numerusform>DICOMDIR, %n Datei</numerusform>
            <numerusform>DICOMDIR, %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listed file(s) have no picture and were left out.</source>
        <translation>
            <numerusform>%n aufgeführte Datei hat kein Bild und wurde weggelassen.</numerusform>
            <numerusform>%n aufgeführte Dateien haben kein Bild und wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The DICOMDIR is cut short: files may be missing in it.</source>
        <translation>Das DICOMDIR ist abgeschnitten: Es können Dateien darin fehlen.</translation>
    </message>
    <message>
        <source>The DICOMDIR lists more files than can be taken at once.</source>
        <translation>Das DICOMDIR führt mehr Dateien auf, als auf einmal genommen werden können.</translation>
    </message>
</context>
<context>
    <name>convoy::DicomFile</name>
    <message>
        <source>This is not a DICOM file, or its beginning is damaged.</source>
        <translation>Das ist keine DICOM-Datei, oder ihr Anfang ist beschädigt.</translation>
    </message>
    <message>
        <source>There is nothing in this DICOM file.</source>
        <translation>In dieser DICOM-Datei ist nichts.</translation>
    </message>
    <message>
        <source>The file is cut short: its picture is missing.</source>
        <translation>Die Datei ist abgeschnitten: Ihr Bild fehlt.</translation>
    </message>
    <message>
        <source>This file has no picture in it (%1).</source>
        <translation>In dieser Datei ist kein Bild (%1).</translation>
    </message>
    <message>
        <source>The pixels are packed in a way that cannot be read (transfer syntax %1).</source>
        <translation>Die Bildpunkte sind auf eine Art gepackt, die nicht gelesen werden kann (Transfersyntax %1).</translation>
    </message>
    <message>
        <source>The size of the picture is missing.</source>
        <translation>Die Größe des Bildes fehlt.</translation>
    </message>
    <message>
        <source>The description of the pixels contradicts itself.</source>
        <translation>Die Beschreibung der Bildpunkte widerspricht sich.</translation>
    </message>
    <message>
        <source>The picture is larger than can be read (%1 × %2).</source>
        <translation>Das Bild ist größer, als gelesen werden kann (%1 × %2).</translation>
    </message>
    <message>
        <source>The pixels cannot be read.</source>
        <translation>Die Bildpunkte können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file describes a picture, but holds none.</source>
        <translation>Die Datei beschreibt ein Bild, enthält aber keins.</translation>
    </message>
    <message>
        <source>The file claims to have more frames than can be read (%1).</source>
        <translation>Die Datei gibt mehr Einzelbilder an, als gelesen werden können (%1).</translation>
    </message>
    <message>
        <source>Pictures with such pixels cannot be read (%1, %2 bits).</source>
        <translation>Bilder mit solchen Bildpunkten können nicht gelesen werden (%1, %2 Bit).</translation>
    </message>
</context>
<context>
    <name>convoy::DicomInfo</name>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschnitt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Columns cut away on the left.</source>
        <translation>Spalten, die links abgeschnitten werden.</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Rows cut away at the top.</source>
        <translation>Zeilen, die oben abgeschnitten werden.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of the part that is kept; 0 keeps everything to the right edge.</source>
        <translation>Breite des Teils, der bleibt; 0 behält alles bis zum rechten Rand.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height of the part that is kept; 0 keeps everything to the bottom edge.</source>
        <translation>Höhe des Teils, der bleibt; 0 behält alles bis zum unteren Rand.</translation>
    </message>
    <message>
        <source>Smaller pictures</source>
        <translation>Kleinere Bilder</translation>
    </message>
    <message>
        <source>What to do where the crop reaches past the picture: keep what there is, refuse the file, or fill up with black.</source>
        <translation>Was geschieht, wenn der Zuschnitt über das Bild hinausreicht: behalten, was da ist, die Datei ablehnen oder mit Schwarz auffüllen.</translation>
    </message>
    <message>
        <source>Keep what there is</source>
        <translation>Behalten, was da ist</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Fill up with black</source>
        <translation>Mit Schwarz auffüllen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Which values become black and white: auto takes the file&apos;s own window, full the whole range, minmax the range that occurs; or CENTER/WIDTH, such as 40/400.</source>
        <translation>Welche Werte schwarz und weiß werden: auto nimmt das Fenster der Datei, full den ganzen Bereich, minmax den vorkommenden Bereich; oder MITTE/BREITE, etwa 40/400.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Grauwerte</translation>
    </message>
    <message>
        <source>Window number</source>
        <translation>Nummer des Fensters</translation>
    </message>
    <message>
        <source>Which of several windows in the file; the first has number 0.</source>
        <translation>Welches von mehreren Fenstern der Datei; das erste hat die Nummer 0.</translation>
    </message>
    <message>
        <source>bit</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Bits of each sample: 8 shows the same on every screen, 16 keeps more steps; source takes 16 where the file has more than 8.</source>
        <translation>Bits je Abtastwert: 8 zeigt auf jedem Bildschirm dasselbe, 16 behält mehr Stufen; source nimmt 16, wenn die Datei mehr als 8 hat.</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Überlagerungen</translation>
    </message>
    <message>
        <source>Marks that the file keeps apart from the picture: leave out, or draw in white.</source>
        <translation>Marken, die die Datei getrennt vom Bild enthält: weglassen oder in Weiß zeichnen.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Pixel shape</source>
        <translation>Form der Bildpunkte</translation>
    </message>
    <message>
        <source>Where pixels are not square: keep every pixel, or stretch the picture to its true shape.</source>
        <translation>Wenn Bildpunkte nicht quadratisch sind: jeden behalten oder das Bild in seine wahre Form strecken.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Make square</source>
        <translation>Quadratisch machen</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Which pictures of a file with several: all, first, a number, or from-to such as 3-8.</source>
        <translation>Welche Bilder einer Datei mit mehreren: all (alle), first (das erste), eine Nummer oder von-bis wie 3-8.</translation>
    </message>
    <message>
        <source>Accept damaged pictures</source>
        <translation>Beschädigte Bilder annehmen</translation>
    </message>
    <message>
        <source>Convert what can be read of a damaged file, with a warning, instead of refusing it.</source>
        <translation>Umwandeln, was von einer beschädigten Datei lesbar ist, mit einer Warnung, statt sie abzulehnen.</translation>
    </message>
    <message>
        <source>ppi</source>
        <translation>ppi</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Pixels per inch noted in the file; 0 notes none.</source>
        <translation>Bildpunkte je Zoll, die in der Datei vermerkt werden; 0 vermerkt keine.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>The pixels are always the same. Smallest looks much longer for little.</source>
        <translation>Die Bildpunkte sind immer dieselben. „Am kleinsten“ sucht viel länger für wenig.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Am kleinsten</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>JPEG-Qualität</translation>
    </message>
    <message>
        <source>Only for JPEG, which always loses something: not for a diagnosis.</source>
        <translation>Nur für JPEG, das immer etwas verliert: nicht für eine Diagnose.</translation>
    </message>
    <message>
        <source>TIFF compression</source>
        <translation>TIFF-Kompression</translation>
    </message>
    <message>
        <source>Only for TIFF. Deflate loses nothing; some old programs read only files without.</source>
        <translation>Nur für TIFF. Deflate verliert nichts; manche alten Programme lesen nur Dateien ohne Kompression.</translation>
    </message>
    <message>
        <source>Deflate</source>
        <translation>Deflate</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>DICOM</source>
        <translation>DICOM</translation>
    </message>
    <message>
        <source>Medical pictures as PNG, JPEG or TIFF, with the window, crop and resolution that you choose.</source>
        <translation>Medizinische Bilder als PNG, JPEG oder TIFF, mit gewähltem Fenster, Zuschnitt und gewählter Auflösung.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>convoy::DicomJob</name>
    <message>
        <source>The crop was clipped to the picture.</source>
        <translation>Der Zuschnitt wurde auf das Bild begrenzt.</translation>
    </message>
    <message>
        <source>The file says that names or other personal data are written into the picture itself.</source>
        <translation>Die Datei sagt, dass Namen oder andere persönliche Angaben in das Bild selbst geschrieben sind.</translation>
    </message>
    <message>
        <source>The picture is damaged; what could be read was kept.</source>
        <translation>Das Bild ist beschädigt; was lesbar war, wurde behalten.</translation>
    </message>
    <message>
        <source>The file has no window of that number; the first one was used.</source>
        <translation>Die Datei hat kein Fenster mit dieser Nummer; das erste wurde genommen.</translation>
    </message>
</context>
<context>
    <name>convoy::DicomKind</name>
    <message>
        <source>DICOMDIR</source>
        <translation>DICOMDIR</translation>
    </message>
    <message>
        <source>RT Plan</source>
        <translation>RT-Plan</translation>
    </message>
    <message>
        <source>RT Ion Plan</source>
        <translation>RT-Ionenplan</translation>
    </message>
    <message>
        <source>RT Structure Set</source>
        <translation>RT-Struktursatz</translation>
    </message>
    <message>
        <source>RT Treatment Record</source>
        <translation>RT-Behandlungsprotokoll</translation>
    </message>
    <message>
        <source>structured report</source>
        <translation>strukturierter Bericht</translation>
    </message>
    <message>
        <source>waveform</source>
        <translation>Kurvenform</translation>
    </message>
    <message>
        <source>presentation state</source>
        <translation>Präsentationszustand</translation>
    </message>
    <message>
        <source>encapsulated document</source>
        <translation>eingebettetes Dokument</translation>
    </message>
    <message>
        <source>unknown kind</source>
        <translation>unbekannte Art</translation>
    </message>
</context>
<context>
    <name>convoy::DicomOptions</name>
    <message>
        <source>The window “%1” has to be auto, full, minmax or CENTER/WIDTH.</source>
        <translation>Das Fenster „%1“ muss auto, full, minmax oder MITTE/BREITE sein.</translation>
    </message>
    <message>
        <source>The frames “%1” have to be all, first, N or A-B.</source>
        <translation>Die Bilder „%1“ müssen all, first, N oder A-B sein.</translation>
    </message>
    <message>
        <source>The crop lies outside the picture, which is %1 × %2.</source>
        <translation>Der Zuschnitt liegt außerhalb des Bildes, das %1 × %2 groß ist.</translation>
    </message>
    <message>
        <source>The crop reaches past the picture, which is %1 × %2.</source>
        <translation>Der Zuschnitt reicht über das Bild hinaus, das %1 × %2 groß ist.</translation>
    </message>
    <message>
        <source>The file has no frame %1: there are %2.</source>
        <translation>Die Datei hat kein Bild %1: Es gibt %2.</translation>
    </message>
</context>
<context>
    <name>convoy::EmptyState</name>
    <message>
        <source>Drop videos, photos, DICOM or music here</source>
        <translation>Videos, Fotos, DICOM oder Musik hier ablegen</translation>
    </message>
    <message>
        <source>Add a folder that you used lately:</source>
        <translation>Einen kürzlich benutzten Ordner hinzufügen:</translation>
    </message>
    <message>
        <source>Add folder %1</source>
        <translation>Ordner %1 hinzufügen</translation>
    </message>
    <message>
        <source>Files and whole folders; each kind gets its own profile. Then press Convert: the originals stay as they are.</source>
        <translation>Dateien und ganze Ordner; jede Art bekommt ihr eigenes Profil. Dann Umwandeln drücken: Die Originale bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>convoy::EncoderPipe</name>
    <message>
        <source>The hardware encoder crashed.</source>
        <translation>Der Hardware-Kodierer ist abgestürzt.</translation>
    </message>
    <message>
        <source>The hardware encoder does not answer.</source>
        <translation>Der Hardware-Kodierer antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>convoy::Engine</name>
    <message numerus="yes">
        <source>Stopped because %n file(s) failed.</source>
        <translation>
            <numerusform>Angehalten, weil %n Datei gescheitert ist.</numerusform>
            <numerusform>Angehalten, weil %n Dateien gescheitert sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::EngineHost</name>
    <message>
        <source>This process may open too few files; “ulimit -n 256” is enough.</source>
        <translation>Dieses Programm darf zu wenige Dateien öffnen; „ulimit -n 256“ genügt.</translation>
    </message>
    <message>
        <source>This process may start too few threads and processes; “ulimit -u” or what limits this container or service has to be higher.</source>
        <translation>Dieser Prozess darf zu wenige Threads und Prozesse starten; „ulimit -u“ oder die Grenze dieses Containers oder Dienstes muss höher sein.</translation>
    </message>
</context>
<context>
    <name>convoy::Error</name>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>convoy::Failure</name>
    <message numerus="yes">
        <source>%n of a kind that is not known</source>
        <translation>
            <numerusform>%n von unbekannter Art</numerusform>
            <numerusform>%n von unbekannter Art</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n konnte nicht gelesen werden</numerusform>
            <numerusform>%n konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged</source>
        <translation>
            <numerusform>%n beschädigt</numerusform>
            <numerusform>%n beschädigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too large</source>
        <translation>
            <numerusform>%n zu groß</numerusform>
            <numerusform>%n zu groß</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an output that is there already</source>
        <translation>
            <numerusform>%n mit einem Ergebnis, das es schon gibt</numerusform>
            <numerusform>%n mit einem Ergebnis, das es schon gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without space on the disk</source>
        <translation>
            <numerusform>%n ohne Platz auf dem Datenträger</numerusform>
            <numerusform>%n ohne Platz auf dem Datenträger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be written</source>
        <translation>
            <numerusform>%n konnte nicht geschrieben werden</numerusform>
            <numerusform>%n konnten nicht geschrieben werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with options that do not fit</source>
        <translation>
            <numerusform>%n mit Optionen, die nicht passen</numerusform>
            <numerusform>%n mit Optionen, die nicht passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without the tool that they need</source>
        <translation>
            <numerusform>%n ohne das Werkzeug, das sie braucht</numerusform>
            <numerusform>%n ohne das Werkzeug, das sie brauchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n where the tool failed</source>
        <translation>
            <numerusform>%n, bei der das Werkzeug gescheitert ist</numerusform>
            <numerusform>%n, bei denen das Werkzeug gescheitert ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n where the decoder crashed</source>
        <translation>
            <numerusform>%n, bei der der Dekodierer abgestürzt ist</numerusform>
            <numerusform>%n, bei denen der Dekodierer abgestürzt ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n took too long</source>
        <translation>
            <numerusform>%n dauerte zu lange</numerusform>
            <numerusform>%n dauerten zu lange</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needed too much memory</source>
        <translation>
            <numerusform>%n brauchte zu viel Speicher</numerusform>
            <numerusform>%n brauchten zu viel Speicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not right when read back</source>
        <translation>
            <numerusform>%n beim Zurücklesen nicht in Ordnung</numerusform>
            <numerusform>%n beim Zurücklesen nicht in Ordnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for another reason</source>
        <translation>
            <numerusform>%n aus einem anderen Grund</numerusform>
            <numerusform>%n aus einem anderen Grund</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a profile for this kind of file, or one that runs a tool of your own.</source>
        <translation>Ein Profil für diese Art Datei wählen, oder eines, das ein eigenes Werkzeug ausführt.</translation>
    </message>
    <message>
        <source>See whether the file is still there and whether you may read it.</source>
        <translation>Nachsehen, ob es die Datei noch gibt und ob sie gelesen werden darf.</translation>
    </message>
    <message>
        <source>Copy the file again from where it came from. Some profiles have an option to save what is whole.</source>
        <translation>Die Datei noch einmal von dort kopieren, wo sie herkam. Manche Profile haben eine Option, um zu retten, was heil ist.</translation>
    </message>
    <message>
        <source>Choose a part of it or a smaller size in the options.</source>
        <translation>In den Optionen einen Teil davon oder eine kleinere Größe wählen.</translation>
    </message>
    <message>
        <source>Choose another output folder, or a profile that renames or overwrites.</source>
        <translation>Einen anderen Ausgabeordner wählen oder ein Profil, das umbenennt oder überschreibt.</translation>
    </message>
    <message>
        <source>Make room on that disk or choose another output folder, then try again.</source>
        <translation>Auf diesem Datenträger Platz schaffen oder einen anderen Ausgabeordner wählen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Choose an output folder that you may write to, then try again.</source>
        <translation>Einen Ausgabeordner wählen, in den geschrieben werden darf, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Change the option in the “Options” tab; it is named above.</source>
        <translation>Die Option im Reiter „Optionen“ ändern; sie ist oben genannt.</translation>
    </message>
    <message>
        <source>Install the program that is named above, then try again.</source>
        <translation>Das oben genannte Programm installieren, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Read what the tool said below; its command is in the “Options” tab.</source>
        <translation>Unten lesen, was das Werkzeug sagte; sein Befehl steht im Reiter „Optionen“.</translation>
    </message>
    <message>
        <source>The other files are not touched by this. Please report the file.</source>
        <translation>Die anderen Dateien sind davon nicht berührt. Bitte die Datei melden.</translation>
    </message>
    <message>
        <source>Try it once more when the computer is idle, or from a disk that is not on the network.</source>
        <translation>Noch einmal versuchen, wenn der Rechner nichts zu tun hat, oder von einem Datenträger, der nicht im Netz ist.</translation>
    </message>
    <message>
        <source>Close other programs, or let fewer files be converted at the same time (Preferences).</source>
        <translation>Andere Programme schließen oder weniger Dateien gleichzeitig umwandeln lassen (Einstellungen).</translation>
    </message>
    <message>
        <source>Try again. If it happens again, look at the disk&apos;s health.</source>
        <translation>Noch einmal versuchen. Wenn es wieder geschieht, den Zustand des Datenträgers prüfen.</translation>
    </message>
    <message>
        <source>Nothing is wrong: try again whenever you like.</source>
        <translation>Nichts ist falsch: jederzeit noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Please report this with the words below.</source>
        <translation>Bitte dies mit den Worten unten melden.</translation>
    </message>
    <message>
        <source>when the file was opened</source>
        <comment>stage of a failure</comment>
        <translation>beim Öffnen der Datei</translation>
    </message>
    <message>
        <source>while the file was read</source>
        <comment>stage of a failure</comment>
        <translation>beim Lesen der Datei</translation>
    </message>
    <message>
        <source>before anything was started</source>
        <comment>stage of a failure</comment>
        <translation>bevor etwas gestartet wurde</translation>
    </message>
    <message>
        <source>while it was converted</source>
        <comment>stage of a failure</comment>
        <translation>beim Umwandeln</translation>
    </message>
    <message>
        <source>when the output was read back</source>
        <comment>stage of a failure</comment>
        <translation>beim Zurücklesen des Ergebnisses</translation>
    </message>
    <message>
        <source>when the output was written</source>
        <comment>stage of a failure</comment>
        <translation>beim Schreiben des Ergebnisses</translation>
    </message>
</context>
<context>
    <name>convoy::FdInputStream</name>
    <message>
        <source>The file is damaged: its parts are nested too deeply.</source>
        <translation>Die Datei ist beschädigt: Ihre Teile sind zu tief ineinander verschachtelt.</translation>
    </message>
</context>
<context>
    <name>convoy::FileIo</name>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>convoy::FolderEvents</name>
    <message>
        <source>The folder “%1” cannot be read; it is looked for again.</source>
        <translation>Der Ordner „%1“ kann nicht gelesen werden; es wird wieder nach ihm gesucht.</translation>
    </message>
</context>
<context>
    <name>convoy::Format</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>DICOM</source>
        <translation>DICOM</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
</context>
<context>
    <name>convoy::FrameEncoder</name>
    <message>
        <source>The “%1” encoder failed.</source>
        <translation>Der Kodierer „%1“ ist gescheitert.</translation>
    </message>
</context>
<context>
    <name>convoy::FramePlanner</name>
    <message>
        <source>The colours of the picture&apos;s palette are missing.</source>
        <translation>Die Farben der Palette des Bildes fehlen.</translation>
    </message>
</context>
<context>
    <name>convoy::FrameReader</name>
    <message>
        <source>The picture is damaged.</source>
        <translation>Das Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>The file is cut short: a part of the picture is missing.</source>
        <translation>Die Datei ist abgeschnitten: Ein Teil des Bildes fehlt.</translation>
    </message>
</context>
<context>
    <name>convoy::HelpDialog</name>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Remove the selected files from the list</source>
        <translation>Die ausgewählten Dateien aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open the output of the current file, or its source</source>
        <translation>Das Ergebnis der aktuellen Datei oder ihre Quelle öffnen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Arrow keys in the preview</source>
        <translation>Pfeiltasten in der Vorschau</translation>
    </message>
    <message>
        <source>Move the crop; with Ctrl change its size, with Shift by ten</source>
        <translation>Den Zuschnitt verschieben; mit Strg seine Größe ändern, mit Umschalt um zehn</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Left, right and space on a heading</source>
        <translation>Links, rechts und Leertaste auf einer Überschrift</translation>
    </message>
    <message>
        <source>Fold the group or unfold it</source>
        <translation>Die Gruppe ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>convoy::HistoryCommand</name>
    <message>
        <source>unfinished, %1 of %2 done</source>
        <translation>unfertig, %1 von %2 fertig</translation>
    </message>
    <message>
        <source>“history” takes no paths.</source>
        <translation>„history“ nimmt keine Pfade.</translation>
    </message>
    <message>
        <source>No batch has been run yet.</source>
        <translation>Noch wurde kein Stapel bearbeitet.</translation>
    </message>
</context>
<context>
    <name>convoy::HistoryDialog</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>running: %1</source>
        <translation>läuft: %1</translation>
    </message>
    <message>
        <source>interrupted: %1</source>
        <translation>unterbrochen: %1</translation>
    </message>
    <message>
        <source>Nothing has been converted yet.</source>
        <translation>Noch wurde nichts umgewandelt.</translation>
    </message>
    <message>
        <source>Add the files again</source>
        <translation>Die Dateien noch einmal hinzufügen</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Den Bericht öffnen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Past batches</source>
        <translation>Vergangene Stapel</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Puts the batch&apos;s files into the list with the same profiles and options</source>
        <translation>Setzt die Dateien des Stapels mit denselben Profilen und Optionen in die Liste</translation>
    </message>
    <message>
        <source>Does what an interrupted batch had left to do</source>
        <translation>Tut, was ein unterbrochener Stapel noch zu tun hatte</translation>
    </message>
    <message>
        <source>A page about every file of the batch, in the web browser</source>
        <translation>Eine Seite über jede Datei des Stapels, im Webbrowser</translation>
    </message>
    <message>
        <source>Select a batch in the list first.</source>
        <translation>Wählen Sie zuerst einen Stapel in der Liste aus.</translation>
    </message>
    <message>
        <source>This batch was not interrupted.</source>
        <translation>Dieser Stapel wurde nicht unterbrochen.</translation>
    </message>
</context>
<context>
    <name>convoy::ImageConverter</name>
    <message>
        <source>There is not enough memory for this picture.</source>
        <translation>Der Speicher reicht nicht für dieses Bild.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first of %n frames was converted.</source>
        <translation>
            <numerusform>Nur das erste von %n Bild wurde umgewandelt.</numerusform>
            <numerusform>Nur das erste von %n Bildern wurde umgewandelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The finished picture cannot be read back.</source>
        <translation>Das fertige Bild kann nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>The output could not be written.</source>
        <translation>Das Ergebnis konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Camera, date and place could not be kept in this kind of file.</source>
        <translation>Kamera, Datum und Ort konnten in dieser Art Datei nicht behalten werden.</translation>
    </message>
    <message>
        <source>The crop lies outside of this picture (%1×%2 pixels).</source>
        <translation>Der Zuschnitt liegt außerhalb dieses Bildes (%1×%2 Bildpunkte).</translation>
    </message>
    <message>
        <source>The crop was clipped to the picture: %1×%2 pixels.</source>
        <translation>Der Zuschnitt wurde auf das Bild begrenzt: %1×%2 Bildpunkte.</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>This picture is damaged.</source>
        <translation>Dieses Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>This animation is too large: %1 frames of %2×%3 pixels.</source>
        <translation>Diese Animation ist zu groß: %1 Bilder mit %2×%3 Bildpunkten.</translation>
    </message>
    <message>
        <source>This picture claims to be larger than what can be converted.</source>
        <translation>Dieses Bild gibt sich größer, als umgewandelt werden kann.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>%1 pictures cannot be read by this build.</source>
        <translation>%1-Bilder können mit dieser Ausgabe des Programms nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This is not a picture.</source>
        <translation>Das ist kein Bild.</translation>
    </message>
    <message>
        <source>This is a camera&apos;s raw picture, which this build cannot develop.</source>
        <translation>Das ist ein Rohbild einer Kamera, das diese Ausgabe des Programms nicht entwickeln kann.</translation>
    </message>
    <message>
        <source>The finished picture is not what was written.</source>
        <translation>Das fertige Bild ist nicht, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>The picture could not be written.</source>
        <translation>Das Bild konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This kind of file holds at most %1 pixels a side.</source>
        <translation>Diese Art Datei fasst höchstens %1 Bildpunkte je Seite.</translation>
    </message>
    <message>
        <source>This picture needs more memory than a conversion may use.</source>
        <translation>Dieses Bild braucht mehr Speicher, als eine Umwandlung benutzen darf.</translation>
    </message>
    <message>
        <source>This kind of picture cannot be read.</source>
        <translation>Diese Art Bild kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The picture could not be converted.</source>
        <translation>Das Bild konnte nicht umgewandelt werden.</translation>
    </message>
    <message>
        <source>This picture is too large: %1×%2 pixels.</source>
        <translation>Dieses Bild ist zu groß: %1×%2 Bildpunkte.</translation>
    </message>
    <message>
        <source>This picture does not fit into %1 KiB, even at the lowest quality.</source>
        <translation>Dieses Bild passt nicht in %1 KiB, auch nicht mit der niedrigsten Qualität.</translation>
    </message>
    <message>
        <source>This kind of JPEG cannot be read.</source>
        <translation>Diese Art JPEG kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This picture has too many layers.</source>
        <translation>Dieses Bild hat zu viele Ebenen.</translation>
    </message>
    <message>
        <source>Of this animation only the first frame was converted: the others cannot be read.</source>
        <translation>Von dieser Animation wurde nur das erste Bild umgewandelt: Die anderen können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The short video behind this photo was left out.</source>
        <translation>Das kurze Video hinter diesem Foto wurde weggelassen.</translation>
    </message>
    <message>
        <source>This picture is too large for this kind of file. Make it smaller, or choose PNG or TIFF.</source>
        <translation>Dieses Bild ist zu groß für diese Dateiart. Es lässt sich verkleinern oder als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>High dynamic range was mapped to the range of usual screens (sRGB).</source>
        <translation>Der hohe Dynamikumfang (HDR) wurde auf den üblicher Bildschirme (sRGB) gebracht.</translation>
    </message>
</context>
<context>
    <name>convoy::ImageInfo</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Fit keeps everything inside width and height, fill covers them and cuts what is over, exact stretches.</source>
        <translation>Einpassen hält alles innerhalb von Breite und Höhe, Füllen bedeckt sie und schneidet den Rest ab, Genau verzerrt.</translation>
    </message>
    <message>
        <source>Keep size</source>
        <translation>Größe behalten</translation>
    </message>
    <message>
        <source>Fit inside</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fill and cut</source>
        <translation>Füllen und beschneiden</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>For resizing. 0 follows from the height.</source>
        <translation>Für das Ändern der Größe. 0 folgt aus der Höhe.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>For resizing. 0 follows from the width.</source>
        <translation>Für das Ändern der Größe. 0 folgt aus der Breite.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>For resizing by percent.</source>
        <translation>Für das Ändern der Größe nach Prozent.</translation>
    </message>
    <message>
        <source>Never enlarge</source>
        <translation>Nie vergrößern</translation>
    </message>
    <message>
        <source>Pictures that are already smaller keep their size.</source>
        <translation>Bilder, die schon kleiner sind, behalten ihre Größe.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Lanczos is the sharpest; Point keeps hard pixels.</source>
        <translation>Lanczos ist am schärfsten; Punkt behält harte Bildpunkte.</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>Mitchell</source>
        <translation>Mitchell</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Dreieck</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Resize in linear light</source>
        <translation>In linearem Licht skalieren</translation>
    </message>
    <message>
        <source>Keeps small highlights as bright as they are; slower.</source>
        <translation>Lässt kleine Glanzlichter so hell, wie sie sind; langsamer.</translation>
    </message>
    <message>
        <source>Orientation and crop</source>
        <translation>Ausrichtung und Zuschnitt</translation>
    </message>
    <message>
        <source>Turn upright</source>
        <translation>Aufrecht drehen</translation>
    </message>
    <message>
        <source>Turns the pixels as the camera&apos;s orientation says, so that every program shows them upright.</source>
        <translation>Dreht die Bildpunkte, wie die Kamera es vermerkt hat, damit jedes Programm sie aufrecht zeigt.</translation>
    </message>
    <message>
        <source>Crop from left</source>
        <translation>Zuschnitt von links</translation>
    </message>
    <message>
        <source>Counted in the upright picture.</source>
        <translation>Gezählt im aufrechten Bild.</translation>
    </message>
    <message>
        <source>Crop from top</source>
        <translation>Zuschnitt von oben</translation>
    </message>
    <message>
        <source>Crop width</source>
        <translation>Breite des Zuschnitts</translation>
    </message>
    <message>
        <source>0 goes to the right edge.</source>
        <translation>0 geht bis zum rechten Rand.</translation>
    </message>
    <message>
        <source>Crop height</source>
        <translation>Höhe des Zuschnitts</translation>
    </message>
    <message>
        <source>0 goes to the lower edge.</source>
        <translation>0 geht bis zum unteren Rand.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Clockwise. Corners are filled with the background.</source>
        <translation>Im Uhrzeigersinn. Ecken werden mit dem Hintergrund gefüllt.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Horizontal exchanges left and right.</source>
        <translation>Waagerecht vertauscht links und rechts.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>Links und rechts</translation>
    </message>
    <message>
        <source>Top and bottom</source>
        <translation>Oben und unten</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Above 1 brightens the middle tones, below 1 darkens them.</source>
        <translation>Über 1 hellt die mittleren Töne auf, unter 1 dunkelt sie ab.</translation>
    </message>
    <message>
        <source>Black point</source>
        <translation>Schwarzpunkt</translation>
    </message>
    <message>
        <source>This brightness and everything darker becomes black.</source>
        <translation>Diese Helligkeit und alles Dunklere wird schwarz.</translation>
    </message>
    <message>
        <source>White point</source>
        <translation>Weißpunkt</translation>
    </message>
    <message>
        <source>This brightness and everything lighter becomes white.</source>
        <translation>Diese Helligkeit und alles Hellere wird weiß.</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Schärfen</translation>
    </message>
    <message>
        <source>Strength of an unsharp mask one pixel wide, after resizing.</source>
        <translation>Stärke einer Unscharfmaske von einem Bildpunkt Breite, nach dem Skalieren.</translation>
    </message>
    <message>
        <source>Color space</source>
        <translation>Farbraum</translation>
    </message>
    <message>
        <source>Automatic keeps an RGB picture with its profile and turns CMYK into sRGB.</source>
        <translation>Automatisch behält ein RGB-Bild mit seinem Profil und macht aus CMYK sRGB.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Behind transparent pixels where the output has no transparency, as #rrggbb.</source>
        <translation>Hinter durchsichtigen Bildpunkten, wenn das Ergebnis keine Durchsicht kennt, als #rrggbb.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Größte Datei</translation>
    </message>
    <message>
        <source>Progressive</source>
        <translation>Progressiv</translation>
    </message>
    <message>
        <source>JPEG: the whole picture appears early while loading, and the file is a little smaller.</source>
        <translation>JPEG: Das ganze Bild erscheint beim Laden früh, und die Datei ist etwas kleiner.</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>Verlustfrei</translation>
    </message>
    <message>
        <source>WebP and JPEG XL: every pixel stays as it is.</source>
        <translation>WebP und JPEG XL: Jeder Bildpunkt bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Am kleinsten</translation>
    </message>
    <message>
        <source>TIFF compression</source>
        <translation>TIFF-Kompression</translation>
    </message>
    <message>
        <source>All are lossless.</source>
        <translation>Alle sind verlustfrei.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>LZW</source>
        <translation>LZW</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>ZIP</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Written into the file for printing; changes no pixel. 0 keeps what the file says.</source>
        <translation>Wird für den Druck in der Datei vermerkt; ändert keinen Bildpunkt. 0 behält, was die Datei sagt.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Camera, date, place and captions in the file. A color profile that is needed is always kept.</source>
        <translation>Kamera, Datum, Ort und Bildtexte in der Datei. Ein Farbprofil, das gebraucht wird, bleibt immer.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep all but the place</source>
        <translation>Alles außer dem Ort behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Automatic keeps animations and pages where the output can hold them, else the first. All writes one file a frame where it cannot.</source>
        <translation>Automatisch behält Animationen und Seiten, wo das Ergebnis sie aufnehmen kann, sonst das erste Bild. „Alle“ schreibt sonst eine Datei je Bild.</translation>
    </message>
    <message>
        <source>First only</source>
        <translation>Nur das erste</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Photos and other pictures: upright, resized, cropped, gamma corrected.</source>
        <translation>Fotos und andere Bilder: aufrecht, skaliert, zugeschnitten, mit Gammakorrektur.</translation>
    </message>
    <message>
        <source>16 bit needs PNG, TIFF or JPEG XL.</source>
        <translation>16 Bit brauchen PNG, TIFF oder JPEG XL.</translation>
    </message>
    <message>
        <source>JPEG, WebP, AVIF, HEIC and JPEG XL: higher is better and larger.</source>
        <translation>JPEG, WebP, AVIF, HEIC und JPEG XL: Höher ist besser und größer.</translation>
    </message>
    <message>
        <source>JPEG, WebP, AVIF, HEIC and JPEG XL: lowers the quality until the file is not larger than this. 0 sets no limit.</source>
        <translation>JPEG, WebP, AVIF, HEIC und JPEG XL: Senkt die Qualität, bis die Datei nicht größer ist als dies. 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>PNG, WebP, AVIF, HEIC and JPEG XL: time spent on a smaller file; the picture is the same.</source>
        <translation>PNG, WebP, AVIF, HEIC und JPEG XL: Zeit, die für eine kleinere Datei aufgewandt wird; das Bild ist dasselbe.</translation>
    </message>
</context>
<context>
    <name>convoy::Inhibitor</name>
    <message>
        <source>Files are being converted</source>
        <translation>Dateien werden umgewandelt</translation>
    </message>
</context>
<context>
    <name>convoy::Intake</name>
    <message>
        <source>This kind of file is not known.</source>
        <translation>Diese Art Datei ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>“%1” is named by “%2”, but it is not there.</source>
        <translation>„%1“ wird von „%2“ genannt, ist aber nicht da.</translation>
    </message>
    <message>
        <source>“%1” is converted as the index file (cue sheet, DICOMDIR) that was added with it says.</source>
        <translation>„%1“ wird so umgewandelt, wie es die mit hinzugefügte Indexdatei (Cue-Sheet, DICOMDIR) sagt.</translation>
    </message>
    <message>
        <source>“%1” names what another index file has named already.</source>
        <translation>„%1“ nennt, was schon eine andere Indexdatei genannt hat.</translation>
    </message>
</context>
<context>
    <name>convoy::Job</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>convoy::JobList</name>
    <message>
        <source>The list has more than %1 rows.</source>
        <translation>Die Liste hat mehr als %1 Zeilen.</translation>
    </message>
    <message>
        <source>The list has more than %1 columns.</source>
        <translation>Die Liste hat mehr als %1 Spalten.</translation>
    </message>
    <message>
        <source>“%1” is no name for a column: letters, digits, “_” and “-” are needed.</source>
        <translation>„%1“ ist kein Name für eine Spalte: Buchstaben, Ziffern, „_“ und „-“ werden gebraucht.</translation>
    </message>
    <message>
        <source>Two columns are named “%1”.</source>
        <translation>Zwei Spalten heißen „%1“.</translation>
    </message>
    <message>
        <source>Line %1: text follows a closing quotation mark.</source>
        <translation>Zeile %1: Auf ein schließendes Anführungszeichen folgt Text.</translation>
    </message>
    <message>
        <source>Line %1: a quotation mark is not closed.</source>
        <translation>Zeile %1: Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Line %1 has %2 cells; the first line names %3 columns.</source>
        <translation>Zeile %1 hat %2 Zellen; die erste Zeile nennt %3 Spalten.</translation>
    </message>
    <message>
        <source>The list is no JSON array of objects.</source>
        <translation>Die Liste ist kein JSON-Array von Objekten.</translation>
    </message>
    <message>
        <source>Element %1 of the list is no object.</source>
        <translation>Element %1 der Liste ist kein Objekt.</translation>
    </message>
    <message>
        <source>Element %1 of the list: “%2” is no plain value.</source>
        <translation>Element %1 der Liste: „%2“ ist kein einfacher Wert.</translation>
    </message>
    <message>
        <source>The list is not UTF-8 text.</source>
        <translation>Die Liste ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>The list has no rows.</source>
        <translation>Die Liste hat keine Zeilen.</translation>
    </message>
    <message>
        <source>The list “%1” must end in .csv, .tsv or .json.</source>
        <translation>Die Liste „%1“ muss auf .csv, .tsv oder .json enden.</translation>
    </message>
    <message>
        <source>“%1” is no range: FIRST-LAST or FIRST-LAST:STEP is needed, such as 0-99.</source>
        <translation>„%1“ ist kein Bereich: ERSTE-LETZTE oder ERSTE-LETZTE:SCHRITT wird gebraucht, etwa 0-99.</translation>
    </message>
</context>
<context>
    <name>convoy::JobLog</name>
    <message>
        <source>The folder for logs, “%1”, cannot be written to.</source>
        <translation>In den Ordner für Protokolle, „%1“, kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The log “%1” cannot be written.</source>
        <translation>Das Protokoll „%1“ kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>convoy::JobRunner</name>
    <message>
        <source>The file was changed while it was being read.</source>
        <translation>Die Datei wurde geändert, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>Der Ordner „%1“ kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The converter lost count of its outputs.</source>
        <translation>Der Umwandler hat sich bei seinen Ergebnissen verzählt.</translation>
    </message>
    <message>
        <source>The converter wrote nothing.</source>
        <translation>Der Umwandler hat nichts geschrieben.</translation>
    </message>
    <message>
        <source>The time of the source could not be kept.</source>
        <translation>Die Zeit der Quelle konnte nicht behalten werden.</translation>
    </message>
</context>
<context>
    <name>convoy::Journal</name>
    <message>
        <source>The staged file cannot be read.</source>
        <translation>Die vorläufige Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The journal “%1” cannot be used.</source>
        <translation>Das Journal „%1“ kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The journal was written by a newer version of Convoy.</source>
        <translation>Das Journal wurde von einer neueren Version von Convoy geschrieben.</translation>
    </message>
    <message>
        <source>There is no batch “%1”.</source>
        <translation>Es gibt keinen Stapel „%1“.</translation>
    </message>
    <message>
        <source>The batch “%1” is being worked on.</source>
        <translation>Am Stapel „%1“ wird gerade gearbeitet.</translation>
    </message>
    <message>
        <source>The journal “%1” is damaged.</source>
        <translation>Das Journal „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>The journal “%1” is damaged. Move it away, and a new one is begun.</source>
        <translation>Das Journal „%1“ ist beschädigt. Wird es weggelegt, beginnt ein neues.</translation>
    </message>
</context>
<context>
    <name>convoy::Jpeg2000</name>
    <message>
        <source>The JPEG 2000 picture is damaged.</source>
        <translation>Das JPEG-2000-Bild ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>convoy::JpegFile</name>
    <message>
        <source>The JPEG codec failed.</source>
        <translation>Der JPEG-Codec ist gescheitert.</translation>
    </message>
    <message>
        <source>The picture could not be written.</source>
        <translation>Das Bild konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The written picture is not what it should be.</source>
        <translation>Das geschriebene Bild ist nicht, was es sein soll.</translation>
    </message>
    <message>
        <source>The picture is larger than a JPEG file can be.</source>
        <translation>Das Bild ist größer, als eine JPEG-Datei sein kann.</translation>
    </message>
</context>
<context>
    <name>convoy::JpegFrame</name>
    <message>
        <source>The JPEG picture is damaged.</source>
        <translation>Das JPEG-Bild ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>convoy::JsonMembers</name>
    <message>
        <source>version 1 is needed</source>
        <translation>Version 1 wird gebraucht</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>a text is needed</source>
        <translation>ein Text wird gebraucht</translation>
    </message>
    <message>
        <source>a number from %1 to %2 is needed</source>
        <translation>eine Zahl von %1 bis %2 wird gebraucht</translation>
    </message>
    <message>
        <source>a whole number is needed</source>
        <translation>eine ganze Zahl wird gebraucht</translation>
    </message>
    <message>
        <source>a list of texts is needed</source>
        <translation>eine Liste von Texten wird gebraucht</translation>
    </message>
    <message>
        <source>an object is needed</source>
        <translation>ein Objekt wird gebraucht</translation>
    </message>
    <message>
        <source>there is no such key</source>
        <translation>es gibt keinen solchen Schlüssel</translation>
    </message>
</context>
<context>
    <name>convoy::ListCommands</name>
    <message>
        <source>Add a folder</source>
        <translation>Einen Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Files can be moved where the list is neither grouped nor sorted by a column.</source>
        <translation>Dateien lassen sich verschieben, wo die Liste weder gruppiert noch nach einer Spalte sortiert ist.</translation>
    </message>
    <message>
        <source>Add files first: this profile takes any kind of file.</source>
        <translation>Zuerst Dateien hinzufügen: Dieses Profil nimmt Dateien jeder Art.</translation>
    </message>
    <message>
        <source>Files added from now on are converted with “%1”.</source>
        <translation>Von nun an hinzugefügte Dateien werden mit „%1“ umgewandelt.</translation>
    </message>
    <message>
        <source>The clipboard names no files.</source>
        <translation>In der Zwischenablage stehen keine Dateien.</translation>
    </message>
    <message>
        <source>Select files in the list first.</source>
        <translation>Wählen Sie zuerst Dateien in der Liste aus.</translation>
    </message>
    <message>
        <source>Nothing in the list has ended well yet.</source>
        <translation>In der Liste ist noch nichts gut ausgegangen.</translation>
    </message>
</context>
<context>
    <name>convoy::ListDialog</name>
    <message>
        <source>Add from a list</source>
        <translation>Aus einer Liste hinzufügen</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>Eine Tabelle</translation>
    </message>
    <message>
        <source>A range of numbers</source>
        <translation>Ein Zahlenbereich</translation>
    </message>
    <message>
        <source>File of the table</source>
        <translation>Datei der Tabelle</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.json)</source>
        <translation>Tabellen (*.csv *.tsv *.json)</translation>
    </message>
    <message>
        <source>CSV, TSV or JSON; the first line names the columns</source>
        <translation>CSV, TSV oder JSON; die erste Zeile benennt die Spalten</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>0-99, or 0-90:10 in steps of ten</source>
        <translation>0-99, oder 0-90:10 in Zehnerschritten</translation>
    </message>
    <message>
        <source>Choose a profile</source>
        <translation>Ein Profil wählen</translation>
    </message>
    <message>
        <source>Profile of the list</source>
        <translation>Profil der Liste</translation>
    </message>
    <message>
        <source>Jobs of the list</source>
        <translation>Aufträge der Liste</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Add the jobs</source>
        <translation>Die Aufträge hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s).</source>
        <translation>
            <numerusform>%n Auftrag.</numerusform>
            <numerusform>%n Aufträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>accessible text of an empty cell</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Each line becomes a job. The column “file” names the file to convert; without it, a tool runs once for each line. {column} in a command or a file name stands for what the line has there, {i} for the number of a range.</source>
        <translation>Jede Zeile wird ein Auftrag. Die Spalte „file“ nennt die Datei, die umgewandelt wird; ohne sie läuft ein Werkzeug einmal für jede Zeile. {spalte} in einem Befehl oder einem Dateinamen steht für das, was die Zeile dort hat, {i} für die Nummer eines Bereichs.</translation>
    </message>
    <message>
        <source>Choose a table or type a range: its jobs are shown here before they are added.</source>
        <translation>Wählen Sie eine Tabelle oder geben Sie einen Bereich ein: Die Aufträge werden hier gezeigt, bevor sie dazukommen.</translation>
    </message>
    <message>
        <source>Choose a table or a range, and a profile.</source>
        <translation>Wählen Sie eine Tabelle oder einen Bereich und ein Profil.</translation>
    </message>
</context>
<context>
    <name>convoy::ListIntake</name>
    <message>
        <source>Nothing was dropped that Convoy could open: files and folders of this computer only.</source>
        <translation>Es wurde nichts abgelegt, was Convoy öffnen könnte: nur Dateien und Ordner dieses Rechners.</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>Die Dateien werden angesehen …</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added</source>
        <translation>
            <numerusform>%n Datei hinzugefügt</numerusform>
            <numerusform>%n Dateien hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no file in what was dropped.</source>
        <translation>In dem, was abgelegt wurde, ist keine Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were in the list already.</source>
        <translation>
            <numerusform>%n Datei war schon in der Liste.</numerusform>
            <numerusform>%n Dateien waren schon in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>two sentences</comment>
        <translation>%1; %2</translation>
    </message>
    <message numerus="yes">
        <source>%n in the list already</source>
        <translation>
            <numerusform>%n schon in der Liste</numerusform>
            <numerusform>%n schon in der Liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n Datei hinzugefügt.</numerusform>
            <numerusform>%n Dateien hinzugefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::ListWish</name>
    <message>
        <source>The profile is not there any more.</source>
        <translation>Das Profil gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“%1” converts files, and the list has no column “file”.</source>
        <translation>„%1“ wandelt Dateien um, und die Liste hat keine Spalte „file“.</translation>
    </message>
</context>
<context>
    <name>convoy::LogPane</name>
    <message>
        <source>%1: started, attempt %2</source>
        <translation>%1: begonnen, Versuch %2</translation>
    </message>
    <message>
        <source>%1: started</source>
        <translation>%1: begonnen</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <comment>file, state, reason</comment>
        <translation>%1: %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What is done with each file appears here while it happens.</source>
        <translation>Was mit jeder Datei getan wird, erscheint hier, während es geschieht.</translation>
    </message>
    <message>
        <source>%1: done in %2, %3 → %4</source>
        <comment>file, time, sizes</comment>
        <translation>%1: fertig in %2, %3 → %4</translation>
    </message>
    <message>
        <source>%1: done in %2, %3</source>
        <comment>file, time, size</comment>
        <translation>%1: fertig in %2, %3</translation>
    </message>
</context>
<context>
    <name>convoy::MainWindow</name>
    <message>
        <source>Convoy</source>
        <translation>Convoy</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) watched</source>
        <translation>
            <numerusform>%n Ordner überwacht</numerusform>
            <numerusform>%n Ordner überwacht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::MediaSource</name>
    <message>
        <source>This file has the name of a video but holds something else, or is damaged.</source>
        <translation>Diese Datei heißt wie ein Video, enthält aber etwas anderes oder ist beschädigt.</translation>
    </message>
    <message>
        <source>This is not a video that can be read.</source>
        <translation>Das ist kein Video, das gelesen werden kann.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>There is not enough memory to open this video.</source>
        <translation>Der Speicher reicht nicht, um dieses Video zu öffnen.</translation>
    </message>
    <message>
        <source>This video is damaged: its header cannot be read.</source>
        <translation>Dieses Video ist beschädigt: Sein Kopf kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This video is protected against copying (DRM).</source>
        <translation>Dieses Video ist gegen Kopieren geschützt (DRM).</translation>
    </message>
    <message>
        <source>This file has neither picture nor sound.</source>
        <translation>Diese Datei hat weder Bild noch Ton.</translation>
    </message>
    <message>
        <source>The pictures of this video are coded as “%1”, which cannot be read.</source>
        <translation>Die Bilder dieses Videos sind als „%1“ kodiert, was nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>This video is damaged: it does not say how large its pictures are.</source>
        <translation>Dieses Video ist beschädigt: Es sagt nicht, wie groß seine Bilder sind.</translation>
    </message>
    <message>
        <source>The pictures of this video are too large (%1×%2).</source>
        <translation>Die Bilder dieses Videos sind zu groß (%1×%2).</translation>
    </message>
    <message>
        <source>The header of this video asks for too much memory.</source>
        <translation>Der Kopf dieses Videos verlangt zu viel Speicher.</translation>
    </message>
</context>
<context>
    <name>convoy::MediaWriter</name>
    <message>
        <source>The converted video cannot be written.</source>
        <translation>Das umgewandelte Video kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>convoy::Message</name>
    <message>
        <source>The connection to the worker is broken.</source>
        <translation>Die Verbindung zum Arbeitsprozess ist gestört.</translation>
    </message>
</context>
<context>
    <name>convoy::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>convoy::MusicInfo</name>
    <message>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>0 is what is seldom told from the original: Opus 128, AAC 192, Vorbis and MP3 about 190 with varying rate. ALAC and WavPack lose nothing and take no bit rate.</source>
        <translation>0 ist, was sich selten vom Original unterscheiden lässt: Opus 128, AAC 192, Vorbis und MP3 etwa 190 mit wechselnder Rate. ALAC und WavPack verlieren nichts und nehmen keine Bitrate.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Codec in M4A</source>
        <translation>Codec in M4A</translation>
    </message>
    <message>
        <source>AAC is small, ALAC keeps every sample.</source>
        <translation>AAC ist klein, ALAC behält jeden Abtastwert.</translation>
    </message>
    <message>
        <source>AAC</source>
        <translation>AAC</translation>
    </message>
    <message>
        <source>ALAC (lossless)</source>
        <translation>ALAC (verlustfrei)</translation>
    </message>
    <message>
        <source>Music for players</source>
        <translation>Musik für Abspielgeräte</translation>
    </message>
    <message>
        <source>Opus, MP3, Vorbis, AAC, ALAC and WavPack with tags and cover from WAV, AIFF or FLAC.</source>
        <translation>Opus, MP3, Vorbis, AAC, ALAC und WavPack mit Tags und Cover aus WAV, AIFF oder FLAC.</translation>
    </message>
</context>
<context>
    <name>convoy::Naming</name>
    <message>
        <source>The name template has an unknown placeholder “{%1}”.</source>
        <translation>Die Namensvorlage hat einen unbekannten Platzhalter „{%1}“.</translation>
    </message>
    <message>
        <source>The name template has a “{” without “}”.</source>
        <translation>Die Namensvorlage hat ein „{“ ohne „}“.</translation>
    </message>
    <message>
        <source>The name template is empty.</source>
        <translation>Die Namensvorlage ist leer.</translation>
    </message>
    <message>
        <source>The name template has a “}” without “{”.</source>
        <translation>Die Namensvorlage hat ein „}“ ohne „{“.</translation>
    </message>
    <message>
        <source>“{frame}” can be in the name of the file only, not in that of a folder.</source>
        <translation>„{frame}“ kann nur im Namen der Datei stehen, nicht in dem eines Ordners.</translation>
    </message>
</context>
<context>
    <name>convoy::Notification</name>
    <message>
        <source>Convoy: the first job has failed</source>
        <translation>Convoy: Die erste Aufgabe ist gescheitert</translation>
    </message>
    <message>
        <source>Convoy: %1 done, %2 failed, %3 skipped</source>
        <translation>Convoy: %1 fertig, %2 gescheitert, %3 übersprungen</translation>
    </message>
    <message>
        <source>Batch: %1</source>
        <translation>Stapel: %1</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>Profil: %1</translation>
    </message>
    <message>
        <source>Machine: %1</source>
        <translation>Rechner: %1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
    <message>
        <source>Time: %1 s</source>
        <translation>Zeit: %1 s</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Abgebrochen: %1</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… und %1 weitere.</translation>
    </message>
</context>
<context>
    <name>convoy::NotifyCommand</name>
    <message>
        <source>Everybody was told.</source>
        <translation>Alle wurden benachrichtigt.</translation>
    </message>
    <message>
        <source>“mail.user” is missing: whose password is it?</source>
        <translation>„mail.user“ fehlt: Wessen Passwort ist es?</translation>
    </message>
    <message>
        <source>The password is read from standard input.</source>
        <translation>Das Passwort wird von der Standardeingabe gelesen.</translation>
    </message>
    <message>
        <source>The password is in the secret service.</source>
        <translation>Das Passwort liegt im Passwortspeicher (Secret Service).</translation>
    </message>
    <message>
        <source>“test FILE” or “password FILE” is needed.</source>
        <translation>„test DATEI“ oder „password DATEI“ wird gebraucht.</translation>
    </message>
</context>
<context>
    <name>convoy::NotifySettings</name>
    <message>
        <source>“required” or “none” is needed</source>
        <translation>„required“ oder „none“ wird gebraucht</translation>
    </message>
    <message>
        <source>an address such as smtps://mail.example.org is needed</source>
        <translation>eine Adresse wie smtps://mail.example.org wird gebraucht</translation>
    </message>
    <message>
        <source>a password is not sent without TLS</source>
        <translation>ein Passwort wird nicht ohne TLS gesendet</translation>
    </message>
    <message>
        <source>“%1” is no mail address</source>
        <translation>„%1“ ist keine Mailadresse</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>These are no settings: no JSON object.</source>
        <translation>Das sind keine Einstellungen: kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>“%1” is not one of %2</source>
        <translation>„%1“ ist keines von %2</translation>
    </message>
    <message>
        <source>an http or https address is needed</source>
        <translation>eine http- oder https-Adresse wird gebraucht</translation>
    </message>
    <message>
        <source>Nobody is to be told: “mail”, “webhook” or “command” is needed.</source>
        <translation>Niemand soll benachrichtigt werden: „mail“, „webhook“ oder „command“ wird gebraucht.</translation>
    </message>
</context>
<context>
    <name>convoy::Option</name>
    <message>
        <source>a whole number is needed</source>
        <translation>eine ganze Zahl wird gebraucht</translation>
    </message>
    <message>
        <source>%1 is outside %2 to %3</source>
        <translation>%1 liegt nicht zwischen %2 und %3</translation>
    </message>
    <message>
        <source>“%1” is not one of %2</source>
        <translation>„%1“ ist keines von %2</translation>
    </message>
    <message>
        <source>“%1” is not understood</source>
        <translation>„%1“ wird nicht verstanden</translation>
    </message>
    <message>
        <source>a list of texts is needed</source>
        <translation>eine Liste von Texten wird gebraucht</translation>
    </message>
    <message>
        <source>true or false is needed</source>
        <translation>true oder false wird gebraucht</translation>
    </message>
    <message>
        <source>a number is needed</source>
        <translation>eine Zahl wird gebraucht</translation>
    </message>
    <message>
        <source>a text is needed</source>
        <translation>ein Text wird gebraucht</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>there is no such option</source>
        <translation>es gibt keine solche Option</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>to the edge</source>
        <translation>bis zum Rand</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>bis zum Ende</translation>
    </message>
</context>
<context>
    <name>convoy::OptionForm</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Files with different kinds of profile are selected. Select files of one kind to change their options together.</source>
        <translation>Es sind Dateien mit verschiedenen Arten von Profil ausgewählt. Wähle Dateien einer Art, um ihre Optionen gemeinsam zu ändern.</translation>
    </message>
    <message>
        <source>Add files or select some: what can be set for them is shown here.</source>
        <translation>Dateien hinzufügen oder auswählen: Was sich für sie einstellen lässt, steht dann hier.</translation>
    </message>
    <message>
        <source>%1 (several values)</source>
        <translation>%1 (mehrere Werte)</translation>
    </message>
    <message>
        <source>Reset all to the profile</source>
        <translation>Alles auf das Profil zurücksetzen</translation>
    </message>
    <message>
        <source>Puts every option back to what the profile says</source>
        <translation>Setzt jede Option auf das zurück, was das Profil sagt</translation>
    </message>
    <message>
        <source>Back to what the profile says</source>
        <translation>Zurück zu dem, was das Profil sagt</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Edit the tags as a table</source>
        <translation>Tags als Tabelle bearbeiten</translation>
    </message>
    <message>
        <source>All tracks under each other: fill down, number, paste a list of titles</source>
        <translation>Alle Titel untereinander: nach unten füllen, nummerieren, eine Titelliste einfügen</translation>
    </message>
    <message>
        <source>These files are at work or wait for it: what they become is settled.</source>
        <translation>Diese Dateien sind in Arbeit oder warten darauf: Was aus ihnen wird, steht fest.</translation>
    </message>
</context>
<context>
    <name>convoy::Password</name>
    <message>
        <source>The password file “%1” cannot be read.</source>
        <translation>Die Passwortdatei „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The password file “%1” can be read by others; its mode must be 0600.</source>
        <translation>Die Passwortdatei „%1“ kann von anderen gelesen werden; ihre Zugriffsrechte müssen 0600 sein.</translation>
    </message>
    <message>
        <source>The password file “%1” is empty.</source>
        <translation>Die Passwortdatei „%1“ ist leer.</translation>
    </message>
    <message>
        <source>The secret service did not give the password.</source>
        <translation>Der Passwortspeicher (Secret Service) hat das Passwort nicht herausgegeben.</translation>
    </message>
    <message>
        <source>It did not answer.</source>
        <translation>Er hat nicht geantwortet.</translation>
    </message>
</context>
<context>
    <name>convoy::PathField</name>
    <message>
        <source>…</source>
        <comment>browse</comment>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>convoy::PathList</name>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>An empty text is not a path.</source>
        <translation>Ein leerer Text ist kein Pfad.</translation>
    </message>
    <message>
        <source>--null says how the list of --files-from is written; there is none.</source>
        <translation>--null sagt, wie die Liste von --files-from geschrieben ist; es gibt keine.</translation>
    </message>
    <message>
        <source>There is nothing to do: no file or folder was given.</source>
        <translation>Es gibt nichts zu tun: Keine Datei und kein Ordner wurde angegeben.</translation>
    </message>
</context>
<context>
    <name>convoy::Piece</name>
    <message>
        <source>This track was recorded with pre-emphasis; it is kept and said in a tag.</source>
        <translation>Dieser Titel wurde mit Preemphasis aufgenommen; sie bleibt erhalten und wird in einem Tag vermerkt.</translation>
    </message>
    <message>
        <source>Tracks cannot be cut out of this kind of file.</source>
        <translation>Aus dieser Art Datei können keine Titel herausgeschnitten werden.</translation>
    </message>
    <message>
        <source>The cue sheet does not fit this file: it is too short.</source>
        <translation>Das Cuesheet passt nicht zu dieser Datei: Sie ist zu kurz.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>length of a track, the whole file</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>“%1” cannot cut a track out of a file.</source>
        <translation>„%1“ kann keinen Titel aus einer Datei herausschneiden.</translation>
    </message>
</context>
<context>
    <name>convoy::PlanDialog</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with %1 will be converted.</source>
        <translation>
            <numerusform>%n Datei wird mit %1 umgewandelt.</numerusform>
            <numerusform>%n Dateien werden mit %1 umgewandelt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will not be, and stand first.</source>
        <translation>
            <numerusform>%n Datei wird nicht umgewandelt und steht zuoberst.</numerusform>
            <numerusform>%n Dateien werden nicht umgewandelt und stehen zuoberst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more remark(s)</source>
        <translation>
            <numerusform>… und %n weitere Anmerkung</numerusform>
            <numerusform>… und %n weitere Anmerkungen</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes less than a minute.</source>
        <translation>Das dauert weniger als eine Minute.</translation>
    </message>
    <message>
        <source>That takes %1 to %2 minutes.</source>
        <translation>Das dauert %1 bis %2 Minuten.</translation>
    </message>
</context>
<context>
    <name>convoy::PlanModel</name>
    <message>
        <source>nothing</source>
        <comment>no output</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>profile, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Profile, or why not</source>
        <translation>Profil, oder warum nicht</translation>
    </message>
</context>
<context>
    <name>convoy::PlanWish</name>
    <message>
        <source>The profile of this file is not there any more.</source>
        <translation>Das Profil dieser Datei gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Several profiles</source>
        <translation>Mehrere Profile</translation>
    </message>
</context>
<context>
    <name>convoy::Planner</name>
    <message>
        <source>The profile “%1” does not take this kind of file (%2).</source>
        <translation>Das Profil „%1“ nimmt diese Art Datei nicht (%2).</translation>
    </message>
    <message>
        <source>“%1” is not a folder.</source>
        <translation>„%1“ ist kein Ordner.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be written to.</source>
        <translation>In den Ordner „%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” is already there.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>The output would replace its own source.</source>
        <translation>Das Ergebnis würde seine eigene Quelle ersetzen.</translation>
    </message>
    <message>
        <source>The profile “%1” converts files; this row of the list names none (column “file”).</source>
        <translation>Das Profil „%1“ wandelt Dateien um; diese Zeile der Liste nennt keine (Spalte „file“).</translation>
    </message>
    <message>
        <source>The fallback of “%1” is no other profile: “%2”.</source>
        <translation>Das Ersatzprofil von „%1“ ist kein anderes Profil: „%2“.</translation>
    </message>
</context>
<context>
    <name>convoy::PngVerifier</name>
    <message>
        <source>The written picture is not what it should be.</source>
        <translation>Das geschriebene Bild ist nicht, was es sein soll.</translation>
    </message>
    <message>
        <source>The written picture cannot be read.</source>
        <translation>Das geschriebene Bild kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>convoy::PngWriter</name>
    <message>
        <source>There is not enough memory to compress the picture.</source>
        <translation>Der Speicher reicht nicht, um das Bild zu komprimieren.</translation>
    </message>
    <message>
        <source>The picture could not be compressed.</source>
        <translation>Das Bild konnte nicht komprimiert werden.</translation>
    </message>
    <message>
        <source>The picture could not be written.</source>
        <translation>Das Bild konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>There is no picture to write.</source>
        <translation>Es gibt kein Bild zu schreiben.</translation>
    </message>
</context>
<context>
    <name>convoy::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>all cores (%1)</source>
        <translation>alle Kerne (%1)</translation>
    </message>
    <message>
        <source>How many files are converted at the same time. Takes effect at the next start.</source>
        <translation>Wie viele Dateien gleichzeitig umgewandelt werden. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Show a notification when everything has ended</source>
        <translation>Benachrichtigen, wenn alles zu Ende ist</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Show the plan before anything is started</source>
        <translation>Den Plan zeigen, bevor etwas gestartet wird</translation>
    </message>
    <message>
        <source>A list of what will be written where, to be agreed to</source>
        <translation>Eine Liste dessen, was wohin geschrieben wird, zum Zustimmen</translation>
    </message>
    <message>
        <source>Outputs keep the time of their source</source>
        <translation>Ergebnisse behalten die Zeit ihrer Quelle</translation>
    </message>
    <message>
        <source>The time of modification is taken over</source>
        <translation>Der Zeitpunkt der letzten Änderung wird übernommen</translation>
    </message>
    <message>
        <source>Move sources to the trash afterwards</source>
        <translation>Quellen danach in den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>Each one only when all that was made of it has been read back and found right. Holds until the window is closed.</source>
        <translation>Jede erst dann, wenn alles, was aus ihr gemacht wurde, zurückgelesen und für richtig befunden ist. Gilt, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Holds until the window is closed.</source>
        <translation>Gilt, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Files at the same time</source>
        <translation>Dateien gleichzeitig</translation>
    </message>
</context>
<context>
    <name>convoy::PreviewLoader</name>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no preview of this file.</source>
        <translation>Von dieser Datei gibt es keine Vorschau.</translation>
    </message>
</context>
<context>
    <name>convoy::PreviewPane</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>The file as it is</source>
        <translation>Die Datei, wie sie ist</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>The file as it will be, with the options applied</source>
        <translation>Die Datei, wie sie mit den Optionen wird</translation>
    </message>
    <message>
        <source>Position in the file</source>
        <translation>Stelle in der Datei</translation>
    </message>
    <message>
        <source>Frame or time to look at</source>
        <translation>Bild oder Zeitpunkt zum Ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are selected. Select one to look at it.</source>
        <translation>
            <numerusform>%n Datei ist ausgewählt. Wähle eine, um sie anzusehen.</numerusform>
            <numerusform>%n Dateien sind ausgewählt. Wähle eine, um sie anzusehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a file to look at it.</source>
        <translation>Wähle eine Datei, um sie anzusehen.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>%1 × %2 of %3 × %4 pixels</source>
        <translation>%1 × %2 von %3 × %4 Bildpunkten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Both on each other, with a divider to drag</source>
        <translation>Beide übereinander, mit einer Trennlinie zum Ziehen</translation>
    </message>
    <message>
        <source>What comes of this profile cannot be shown beforehand.</source>
        <translation>Was dieses Profil ergibt, lässt sich nicht vorab zeigen.</translation>
    </message>
</context>
<context>
    <name>convoy::Profile</name>
    <message>
        <source>“%1” is not one of %2</source>
        <translation>„%1“ ist keines von %2</translation>
    </message>
    <message>
        <source>letters, digits, “-”, “_” and “.” are needed</source>
        <translation>Buchstaben, Ziffern, „-“, „_“ und „.“ werden gebraucht</translation>
    </message>
    <message>
        <source>there is no converter “%1”</source>
        <translation>es gibt keinen Umwandler „%1“</translation>
    </message>
    <message>
        <source>a file name extension is needed</source>
        <translation>eine Dateiendung wird gebraucht</translation>
    </message>
    <message>
        <source>This is not a profile: no JSON object.</source>
        <translation>Das ist kein Profil: kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The profile could not be saved.</source>
        <translation>Das Profil konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The profile could not be removed.</source>
        <translation>Das Profil konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Es gibt kein Profil „%1“.</translation>
    </message>
</context>
<context>
    <name>convoy::ProfileActions</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Save the options as a new profile …</source>
        <translation>Optionen als neues Profil speichern …</translation>
    </message>
    <message>
        <source>Import a profile …</source>
        <translation>Profil einlesen …</translation>
    </message>
    <message>
        <source>Export this profile …</source>
        <translation>Dieses Profil ausgeben …</translation>
    </message>
    <message>
        <source>Delete this profile</source>
        <translation>Dieses Profil löschen</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Name of the new profile</source>
        <translation>Name des neuen Profils</translation>
    </message>
    <message>
        <source>%1 (mine)</source>
        <comment>name of a copied profile</comment>
        <translation>%1 (eigenes)</translation>
    </message>
    <message>
        <source>The profile “%1” is saved.</source>
        <translation>Das Profil „%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>Import a profile</source>
        <translation>Profil einlesen</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Profile (*.json)</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The profile “%1” is there now.</source>
        <translation>Das Profil „%1“ ist jetzt da.</translation>
    </message>
    <message>
        <source>Export this profile</source>
        <translation>Dieses Profil ausgeben</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>„%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The profile is written to “%1”.</source>
        <translation>Das Profil steht jetzt in „%1“.</translation>
    </message>
    <message>
        <source>The profile “%1” is back.</source>
        <translation>Das Profil „%1“ ist wieder da.</translation>
    </message>
    <message>
        <source>deleting the profile “%1”</source>
        <translation>Profil „%1“ löschen</translation>
    </message>
    <message>
        <source>The profile “%1” is deleted. Undo brings it back.</source>
        <translation>Das Profil „%1“ ist gelöscht. Rückgängig holt es zurück.</translation>
    </message>
    <message>
        <source>Duplicate this profile</source>
        <translation>Dieses Profil duplizieren</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <comment>name of a copied profile</comment>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>The profile of the selected files is meant: add files, or select some with the same.</source>
        <translation>Gemeint ist das Profil der ausgewählten Dateien: Fügen Sie Dateien hinzu oder wählen Sie welche mit demselben aus.</translation>
    </message>
    <message>
        <source>It came with Convoy: only profiles of your own can be deleted.</source>
        <translation>Es gehört zu Convoy: Nur eigene Profile lassen sich löschen.</translation>
    </message>
</context>
<context>
    <name>convoy::ProfileCombo</name>
    <message>
        <source>By kind of file</source>
        <translation>Nach Art der Datei</translation>
    </message>
    <message>
        <source>How the selected files are converted; with none selected, all that wait</source>
        <translation>Wie die ausgewählten Dateien umgewandelt werden; ist keine ausgewählt, alle wartenden</translation>
    </message>
    <message>
        <source>Search profiles</source>
        <translation>Profile suchen</translation>
    </message>
</context>
<context>
    <name>convoy::ProfilesCommand</name>
    <message>
        <source>%1: the profile “%2” is right.</source>
        <translation>%1: Das Profil „%2“ ist in Ordnung.</translation>
    </message>
    <message>
        <source>“profiles %1” is used otherwise.</source>
        <translation>„profiles %1“ wird anders benutzt.</translation>
    </message>
    <message>
        <source>“profiles” does not know “%1”.</source>
        <translation>„profiles“ kennt „%1“ nicht.</translation>
    </message>
</context>
<context>
    <name>convoy::ProgressLine</name>
    <message>
        <source>about %1 h</source>
        <translation>etwa %1 h</translation>
    </message>
    <message>
        <source>%1–%2 h</source>
        <translation>%1–%2 h</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <translation>%1–%2 s</translation>
    </message>
    <message>
        <source>%1 done, %2 failed, %3 skipped</source>
        <translation>%1 fertig, %2 gescheitert, %3 übersprungen</translation>
    </message>
    <message>
        <source>%1 cancelled, %2</source>
        <translation>%1 abgebrochen, %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 to do</source>
        <translation>noch %1 zu tun</translation>
    </message>
</context>
<context>
    <name>convoy::QueueEditor</name>
    <message numerus="yes">
        <source>adding %n file(s)</source>
        <translation>
            <numerusform>%n Datei hinzufügen</numerusform>
            <numerusform>%n Dateien hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing %n file(s)</source>
        <translation>
            <numerusform>%n Datei entfernen</numerusform>
            <numerusform>%n Dateien entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>choosing a profile</source>
        <translation>Profil wählen</translation>
    </message>
    <message>
        <source>changing an option</source>
        <translation>Option ändern</translation>
    </message>
    <message>
        <source>resetting the options</source>
        <translation>Optionen zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>moving %n file(s)</source>
        <translation>
            <numerusform>%n Datei verschieben</numerusform>
            <numerusform>%n Dateien verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>choosing names</source>
        <translation>Namen wählen</translation>
    </message>
    <message>
        <source>changing several options</source>
        <translation>Mehrere Optionen ändern</translation>
    </message>
</context>
<context>
    <name>convoy::QueueGroups</name>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Kein Profil</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group, how many files</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Group %1, %2, folded</source>
        <translation>Gruppe %1, %2, zugeklappt</translation>
    </message>
    <message>
        <source>Group %1, %2, unfolded</source>
        <translation>Gruppe %1, %2, aufgeklappt</translation>
    </message>
</context>
<context>
    <name>convoy::QueueMenu</name>
    <message>
        <source>Add once more, for another profile</source>
        <translation>Noch einmal hinzufügen, für ein anderes Profil</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Pause this</source>
        <translation>Diese anhalten</translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation>Mit dieser weitermachen</translation>
    </message>
    <message>
        <source>Cancel this</source>
        <translation>Diese abbrechen</translation>
    </message>
    <message>
        <source>Convert next</source>
        <translation>Als nächste umwandeln</translation>
    </message>
    <message>
        <source>Open the output</source>
        <translation>Das Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Show the output in its folder</source>
        <translation>Das Ergebnis in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Die Quelle öffnen</translation>
    </message>
    <message>
        <source>Show the source in its folder</source>
        <translation>Die Quelle in ihrem Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy what went wrong</source>
        <translation>Kopieren, was schiefging</translation>
    </message>
    <message>
        <source>Copy as command line</source>
        <translation>Als Kommandozeile kopieren</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Ganz nach oben verschieben</translation>
    </message>
    <message>
        <source>Copy files</source>
        <translation>Dateien kopieren</translation>
    </message>
</context>
<context>
    <name>convoy::QueueModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>accessible text of an empty cell</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>job</source>
        <comment>kind of a row without a file</comment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>accessible text of a result</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no %1</source>
        <comment>accessible text of a result that is not there</comment>
        <translation>ohne %1</translation>
    </message>
</context>
<context>
    <name>convoy::QueueRow</name>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>wird geplant</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Convoy does not know this kind of file.</source>
        <translation>Convoy kennt diese Art Datei nicht.</translation>
    </message>
    <message>
        <source>“%1” does not convert this kind of file.</source>
        <translation>„%1“ wandelt diese Art Datei nicht um.</translation>
    </message>
    <message>
        <source>No profile is chosen.</source>
        <translation>Es ist kein Profil gewählt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 percent</source>
        <comment>state, progress</comment>
        <translation>%1, %2 Prozent</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <comment>progress, time</comment>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <comment>size of the output, share of the source</comment>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds that work took</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>wird abgeschlossen</translation>
    </message>
</context>
<context>
    <name>convoy::QueueView</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>As many as there is room for</source>
        <translation>So viele, wie Platz haben</translation>
    </message>
</context>
<context>
    <name>convoy::Release</name>
    <message>
        <source>The answer of the music database makes no sense.</source>
        <translation>Die Antwort der Musikdatenbank ergibt keinen Sinn.</translation>
    </message>
</context>
<context>
    <name>convoy::ReleaseDialog</name>
    <message>
        <source>Which release is it?</source>
        <translation>Welche Veröffentlichung ist es?</translation>
    </message>
    <message numerus="yes">
        <source>%n release(s) fit the disc in “%1”.</source>
        <translation>
            <numerusform>%n Veröffentlichung passt zu der CD in „%1“.</numerusform>
            <numerusform>%n Veröffentlichungen passen zu der CD in „%1“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Veröffentlichungen</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Diese</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keine davon</translation>
    </message>
</context>
<context>
    <name>convoy::RemainingTime</name>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch ein paar Sekunden</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 to %2 left</source>
        <translation>noch %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>less than %n minute(s) left</source>
        <translation>
            <numerusform>noch weniger als %n Minute</numerusform>
            <numerusform>noch weniger als %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 min left</source>
        <translation>noch %1 bis %2 min</translation>
    </message>
</context>
<context>
    <name>convoy::RemoteEncoder</name>
    <message>
        <source>The hardware encoder failed.</source>
        <translation>Der Hardware-Kodierer ist gescheitert.</translation>
    </message>
</context>
<context>
    <name>convoy::Report</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Convoy report</source>
        <translation>Convoy-Bericht</translation>
    </message>
    <message>
        <source>%1, started %2, %3 s</source>
        <translation>%1, begonnen %2, %3 s</translation>
    </message>
    <message>
        <source>%1 done, %2 failed, %3 skipped</source>
        <translation>%1 fertig, %2 gescheitert, %3 übersprungen</translation>
    </message>
    <message>
        <source>%1 cancelled, </source>
        <translation>%1 abgebrochen, </translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Stapel %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>The report “%1” cannot be written.</source>
        <translation>Der Bericht „%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 became %2 (%3 %).</source>
        <translation>Aus %1 wurden %2 (%3 %).</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline: which core worked when</source>
        <translation>Zeitleiste: welcher Kern wann gearbeitet hat</translation>
    </message>
    <message>
        <source>The report “%1” must end in .json, .html, .csv or .xml.</source>
        <translation>Der Bericht „%1“ muss auf .json, .html, .csv oder .xml enden.</translation>
    </message>
</context>
<context>
    <name>convoy::ResumeCommand</name>
    <message>
        <source>Only one batch can be named.</source>
        <translation>Nur ein Stapel kann genannt werden.</translation>
    </message>
    <message>
        <source>There is nothing to resume: every batch came to its end.</source>
        <translation>Es gibt nichts fortzusetzen: Jeder Stapel kam an sein Ende.</translation>
    </message>
    <message>
        <source>The batch %1 has come to its end.</source>
        <translation>Der Stapel %1 ist an sein Ende gekommen.</translation>
    </message>
    <message>
        <source>The batch %1 is being worked on by another Convoy; waiting for it.</source>
        <translation>Am Stapel %1 arbeitet ein anderes Convoy; es wird darauf gewartet.</translation>
    </message>
    <message>
        <source>There is nothing to try again: nothing has failed.</source>
        <translation>Es gibt nichts noch einmal zu versuchen: Nichts ist gescheitert.</translation>
    </message>
</context>
<context>
    <name>convoy::SampleControls</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Plays the file with the desktop&apos;s player</source>
        <translation>Spielt die Datei mit dem Abspielprogramm des Desktops ab</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzen</translation>
    </message>
    <message>
        <source>Converts this file on trial to see how large it becomes and how long it takes</source>
        <translation>Wandelt diese Datei zur Probe um, um zu sehen, wie groß sie wird und wie lange es dauert</translation>
    </message>
    <message>
        <source>Encode %1 s and play</source>
        <translation>%1 s kodieren und abspielen</translation>
    </message>
    <message>
        <source>Encode and play</source>
        <translation>Kodieren und abspielen</translation>
    </message>
    <message>
        <source>Convert and open</source>
        <translation>Umwandeln und öffnen</translation>
    </message>
    <message>
        <source>Converts on trial, and opens the result with the desktop&apos;s program for it</source>
        <translation>Wandelt zur Probe um und öffnet das Ergebnis mit dem dafür vorgesehenen Programm des Desktops</translation>
    </message>
    <message>
        <source>Converting on trial …</source>
        <translation>Wird zur Probe umgewandelt …</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>The whole file would have about %1 and take about %2.</source>
        <translation>Die ganze Datei hätte etwa %1 und würde etwa %2 dauern.</translation>
    </message>
    <message>
        <source>It would have %1 and take %2.</source>
        <translation>Sie hätte %1 und würde %2 dauern.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Ends the trial</source>
        <translation>Beendet die Probe</translation>
    </message>
    <message>
        <source>This desktop has no program that opens “%1”.</source>
        <translation>Diese Arbeitsumgebung hat kein Programm, das „%1“ öffnet.</translation>
    </message>
</context>
<context>
    <name>convoy::SampleRunner</name>
    <message>
        <source>There is no room for a sample in the folder for temporary files.</source>
        <translation>Im Ordner für vorübergehende Dateien ist kein Platz für eine Probe.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>convoy::Sandbox</name>
    <message>
        <source>The worker could not be confined.</source>
        <translation>Der Arbeitsprozess konnte nicht eingesperrt werden.</translation>
    </message>
    <message>
        <source>This system cannot confine workers (no Landlock).</source>
        <translation>Dieses System kann Arbeitsprozesse nicht einsperren (kein Landlock).</translation>
    </message>
    <message>
        <source>This system cannot confine workers (no seccomp).</source>
        <translation>Dieses System kann Arbeitsprozesse nicht einsperren (kein seccomp).</translation>
    </message>
</context>
<context>
    <name>convoy::Scan</name>
    <message>
        <source>This is not a regular file.</source>
        <translation>Das ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This folder cannot be read.</source>
        <translation>Dieser Ordner kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Es gibt keine solche Datei.</translation>
    </message>
    <message>
        <source>This is a pipe, not a file.</source>
        <translation>Das ist eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>This is a socket, not a file.</source>
        <translation>Das ist ein Socket, keine Datei.</translation>
    </message>
    <message>
        <source>This is a device, not a file.</source>
        <translation>Das ist ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>This link leads round in a circle.</source>
        <translation>Diese Verknüpfung führt im Kreis.</translation>
    </message>
    <message>
        <source>This link leads to a file that is not there.</source>
        <translation>Diese Verknüpfung führt zu einer Datei, die es nicht gibt.</translation>
    </message>
    <message>
        <source>This link was made by another user.</source>
        <translation>Diesen Link hat ein anderer Benutzer angelegt.</translation>
    </message>
</context>
<context>
    <name>convoy::SetCompleter</name>
    <message>
        <source>The output cannot be written.</source>
        <translation>Das Ergebnis kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Other files of the same set failed; what was measured of the whole is without them.</source>
        <translation>Andere Dateien desselben Satzes sind gescheitert; was am Ganzen gemessen wurde, ist ohne sie.</translation>
    </message>
</context>
<context>
    <name>convoy::SidePanel</name>
    <message>
        <source>About the selected files</source>
        <translation>Über die ausgewählten Dateien</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>cropping all alike</source>
        <translation>alle gleich zuschneiden</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>convoy::StagedFile</name>
    <message>
        <source>The folder “%1” cannot be written to.</source>
        <translation>In den Ordner „%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” is already there.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>There is not enough space in “%1”.</source>
        <translation>In „%1“ ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>The tool&apos;s output cannot be opened.</source>
        <translation>Die Ausgabe des Werkzeugs kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The staged file cannot be read.</source>
        <translation>Die vorläufige Datei kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>convoy::StateDelegate</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>percent, time left</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, size of the output</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>convoy::StoredFrame</name>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file became shorter while it was read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde.</translation>
    </message>
</context>
<context>
    <name>convoy::StreamDecoder</name>
    <message>
        <source>There is no decoder for this video.</source>
        <translation>Für dieses Video gibt es keinen Dekodierer.</translation>
    </message>
    <message>
        <source>The “%1” decoder cannot start: the description of the stream is damaged.</source>
        <translation>Der Dekodierer „%1“ kann nicht starten: Die Beschreibung des Stroms ist beschädigt.</translation>
    </message>
    <message>
        <source>There is not enough memory to decode this video.</source>
        <translation>Der Speicher reicht nicht, um dieses Video zu dekodieren.</translation>
    </message>
</context>
<context>
    <name>convoy::SubtitleScript</name>
    <message>
        <source>These subtitles are pictures and not text; they cannot be drawn in.</source>
        <translation>Diese Untertitel sind Bilder und kein Text; sie können nicht eingezeichnet werden.</translation>
    </message>
    <message>
        <source>There is not enough memory for the subtitles of this video.</source>
        <translation>Der Speicher reicht nicht für die Untertitel dieses Videos.</translation>
    </message>
    <message>
        <source>This video has no subtitles.</source>
        <translation>Dieses Video hat keine Untertitel.</translation>
    </message>
    <message numerus="yes">
        <source>This video has only %n track(s) of subtitles.</source>
        <translation>
            <numerusform>Dieses Video hat nur %n Untertitelspur.</numerusform>
            <numerusform>Dieses Video hat nur %n Untertitelspuren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::SubtitleTrack</name>
    <message>
        <source>The subtitles of this video cannot be prepared.</source>
        <translation>Die Untertitel dieses Videos können nicht vorbereitet werden.</translation>
    </message>
</context>
<context>
    <name>convoy::Suggestion</name>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>War „%1“ gemeint?</translation>
    </message>
</context>
<context>
    <name>convoy::TextOutput</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>note    %1: %2</source>
        <translation>Hinweis %1: %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>After %1: %2</source>
        <translation>Nach %1: %2</translation>
    </message>
</context>
<context>
    <name>convoy::TiffFile</name>
    <message>
        <source>The picture could not be written.</source>
        <translation>Das Bild konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The written picture is not what it should be.</source>
        <translation>Das geschriebene Bild ist nicht, was es sein soll.</translation>
    </message>
</context>
<context>
    <name>convoy::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) so far</source>
        <translation>
            <numerusform>%n Auftrag bisher</numerusform>
            <numerusform>%n Aufträge bisher</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 s</source>
        <comment>file, state, time</comment>
        <translation>%1: %2, %3 s</translation>
    </message>
</context>
<context>
    <name>convoy::Tool</name>
    <message>
        <source>there is no placeholder “{%1}”</source>
        <translation>es gibt keinen Platzhalter „{%1}“</translation>
    </message>
    <message>
        <source>“{%1}” is not understood</source>
        <translation>„{%1}“ wird nicht verstanden</translation>
    </message>
    <message>
        <source>a brace stands alone in “%1”; write it twice where it is meant</source>
        <translation>eine Klammer steht allein in „%1“; doppelt schreiben, wo sie gemeint ist</translation>
    </message>
    <message>
        <source>an argument cannot contain a zero byte</source>
        <translation>ein Argument kann kein Nullbyte enthalten</translation>
    </message>
    <message>
        <source>there is no program to run</source>
        <translation>es gibt kein Programm zum Ausführen</translation>
    </message>
    <message>
        <source>… %1 bytes left out …</source>
        <translation>… %1 Bytes weggelassen …</translation>
    </message>
    <message>
        <source>The tool wrote more than %1 files.</source>
        <translation>Das Werkzeug hat mehr als %1 Dateien geschrieben.</translation>
    </message>
    <message>
        <source>The folder for the output of the tool cannot be read.</source>
        <translation>Der Ordner für die Ausgabe des Werkzeugs kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The tool ended without an error but did not write its output.</source>
        <translation>Das Werkzeug endete ohne Fehler, hat aber sein Ergebnis nicht geschrieben.</translation>
    </message>
    <message>
        <source>The tool wrote no file that fits “%1”.</source>
        <translation>Das Werkzeug hat keine Datei geschrieben, die zu „%1“ passt.</translation>
    </message>
    <message>
        <source>The tool left “%1”, which is not a plain file.</source>
        <translation>Das Werkzeug hinterließ „%1“, was keine einfache Datei ist.</translation>
    </message>
    <message>
        <source>The output cannot be written.</source>
        <translation>Das Ergebnis kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The tool was ended by signal %1 (%2).</source>
        <translation>Das Werkzeug wurde durch Signal %1 beendet (%2).</translation>
    </message>
    <message>
        <source>The tool ended with exit code %1.</source>
        <translation>Das Werkzeug endete mit dem Rückgabewert %1.</translation>
    </message>
    <message>
        <source>The Debian package %1 brings it.</source>
        <translation>Das Debian-Paket %1 enthält es.</translation>
    </message>
    <message>
        <source>The tool left processes running; they were ended.</source>
        <translation>Das Werkzeug ließ Prozesse laufen; sie wurden beendet.</translation>
    </message>
    <message>
        <source>What a tool makes of a file can only be seen afterwards.</source>
        <translation>Was ein Werkzeug aus einer Datei macht, zeigt sich erst hinterher.</translation>
    </message>
    <message>
        <source>The written file is not as long as the tool left it.</source>
        <translation>Die geschriebene Datei ist nicht so lang, wie das Werkzeug sie hinterließ.</translation>
    </message>
    <message>
        <source>“%1” is not KEY=VALUE</source>
        <translation>„%1“ ist nicht SCHLÜSSEL=WERT</translation>
    </message>
    <message>
        <source>“%1” is not name=regular expression</source>
        <translation>„%1“ ist nicht Name=regulärer Ausdruck</translation>
    </message>
    <message>
        <source>“%1” is no regular expression</source>
        <translation>„%1“ ist kein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>the output comes either from standard output or from {output} and output_glob, not from both</source>
        <translation>das Ergebnis kommt entweder von der Standardausgabe oder von {output} und output_glob, nicht von beiden</translation>
    </message>
    <message>
        <source>There is no folder for the output of the tool.</source>
        <translation>Es gibt keinen Ordner für die Ausgabe des Werkzeugs.</translation>
    </message>
    <message>
        <source>The tool cannot be started.</source>
        <translation>Das Werkzeug kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The program “%1” is not installed.</source>
        <translation>Das Programm „%1“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>The working folder of the tool cannot be used.</source>
        <translation>Der Arbeitsordner des Werkzeugs kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The program “%1” cannot be run.</source>
        <translation>Das Programm „%1“ kann nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>The tool was stopped after %1 s.</source>
        <translation>Das Werkzeug wurde nach %1 s angehalten.</translation>
    </message>
    <message>
        <source>The program “%1” is version %2; at least %3 is needed.</source>
        <translation>Das Programm „%1“ hat die Version %2; mindestens %3 wird gebraucht.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>an absolute path is needed</source>
        <translation>ein absoluter Pfad wird gebraucht</translation>
    </message>
    <message>
        <source>“%1”, which the tool is to read, is no file that can be read.</source>
        <translation>„%1“, was das Werkzeug lesen soll, ist keine Datei, die gelesen werden kann.</translation>
    </message>
    <message>
        <source>progress is read by a key or by an expression, not by both</source>
        <translation>der Fortschritt wird mit einem Schlüssel oder mit einem Ausdruck gelesen, nicht mit beiden</translation>
    </message>
</context>
<context>
    <name>convoy::ToolInfo</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Debian package</source>
        <translation>Debian-Paket</translation>
    </message>
    <message>
        <source>Exit codes of success</source>
        <translation>Rückgabewerte bei Erfolg</translation>
    </message>
    <message>
        <source>Numbers with commas between them; any other is a failure.</source>
        <translation>Zahlen mit Kommas dazwischen; jeder andere ist ein Fehlschlag.</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Where the program runs; {folder} is the input&apos;s. Empty: the folder that its output is collected from.</source>
        <translation>Wo das Programm läuft; {folder} ist der Ordner der Quelle. Leer: der Ordner, aus dem sein Ergebnis geholt wird.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>KEY=VALUE, one an element, added to the environment of the program.</source>
        <translation>SCHLÜSSEL=WERT, eines je Element, kommt zur Umgebung des Programms hinzu.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>The program is ended after so long; 0 is no limit.</source>
        <translation>Das Programm wird nach dieser Zeit beendet; 0 ist keine Grenze.</translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation>Ein- und Ausgabe</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>What the program reads from its standard input.</source>
        <translation>Was das Programm von seiner Standardeingabe liest.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The input file</source>
        <translation>Die Eingabedatei</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>Kept to be looked at, or written to the output file.</source>
        <translation>Zum Ansehen behalten oder in die Ausgabedatei geschrieben.</translation>
    </message>
    <message>
        <source>Keep as log</source>
        <translation>Als Protokoll behalten</translation>
    </message>
    <message>
        <source>Is the output file</source>
        <translation>Ist die Ausgabedatei</translation>
    </message>
    <message>
        <source>Output files</source>
        <translation>Ausgabedateien</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>A regular expression for the program&apos;s lines; its first group is percent or a fraction, or a count where a second group is the whole. Empty understands ffmpeg&apos;s -progress.</source>
        <translation>Ein regulärer Ausdruck für die Zeilen des Programms; seine erste Gruppe ist Prozent oder ein Bruchteil, oder eine Anzahl, wenn eine zweite Gruppe das Ganze ist. Leer versteht -progress von ffmpeg.</translation>
    </message>
    <message>
        <source>Result columns</source>
        <translation>Ergebnisspalten</translation>
    </message>
    <message>
        <source>name=regular expression, one an element, looked for in what the program prints; the first group is the value.</source>
        <translation>Name=regulärer Ausdruck, eines je Element, gesucht in dem, was das Programm ausgibt; die erste Gruppe ist der Wert.</translation>
    </message>
    <message>
        <source>Command-line tool</source>
        <translation>Kommandozeilenprogramm</translation>
    </message>
    <message>
        <source>The program and its arguments, one an element. {input}, {output}, {stem}, {n}, {n:03}, {name}, {ext}, {parent}, {folder}, {output_folder}, {threads} and the columns of a job list are filled in, each within one argument; {{ and }} are braces. No shell is involved.</source>
        <translation>Das Programm und seine Argumente, eines je Element. {input}, {output}, {stem}, {n}, {n:03}, {name}, {ext}, {parent}, {folder}, {output_folder}, {threads} und die Spalten einer Auftragsliste werden eingesetzt, jeweils innerhalb eines Arguments; {{ und }} sind Klammern. Eine Shell ist nicht beteiligt.</translation>
    </message>
    <message>
        <source>The package that brings the program, for the message when it is missing or too old.</source>
        <translation>Das Paket, das das Programm enthält, für die Meldung, wenn es fehlt oder zu alt ist.</translation>
    </message>
    <message>
        <source>Oldest version</source>
        <translation>Älteste Version</translation>
    </message>
    <message>
        <source>Refuses to run with an older program, such as 1.4. Empty asks for no version.</source>
        <translation>Weigert sich, mit einem älteren Programm zu laufen, etwa 1.4. Leer verlangt keine Version.</translation>
    </message>
    <message>
        <source>Arguments that show the version</source>
        <translation>Argumente, die die Version zeigen</translation>
    </message>
    <message>
        <source>The first number with a dot that the program then prints is its version.</source>
        <translation>Die erste Zahl mit einem Punkt, die das Programm dann ausgibt, ist seine Version.</translation>
    </message>
    <message>
        <source>Niceness</source>
        <translation>Nice-Wert</translation>
    </message>
    <message>
        <source>How far the program stands back for others: 0 not at all, 19 as far as it can.</source>
        <translation>Wie weit das Programm hinter anderen zurücksteht: 0 gar nicht, 19 so weit es geht.</translation>
    </message>
    <message>
        <source>Disk priority</source>
        <translation>Priorität für den Datenträger</translation>
    </message>
    <message>
        <source>Low: after other programs. Idle: only when nobody else uses the disk.</source>
        <translation>Niedrig: nach anderen Programmen. Leerlauf: nur wenn niemand sonst den Datenträger benutzt.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Only when idle</source>
        <translation>Nur bei Leerlauf</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Eine andere Datei</translation>
    </message>
    <message>
        <source>File for the standard input</source>
        <translation>Datei für die Standardeingabe</translation>
    </message>
    <message>
        <source>An absolute path, or one that begins with {folder}; read where “Standard input” says so.</source>
        <translation>Ein absoluter Pfad oder einer, der mit {folder} beginnt; wird gelesen, wo „Standardeingabe“ es sagt.</translation>
    </message>
    <message>
        <source>Progress key</source>
        <translation>Schlüssel des Fortschritts</translation>
    </message>
    <message>
        <source>For programs that print KEY=VALUE lines: the key whose value says how far it has come.</source>
        <translation>Für Programme, die Zeilen mit SCHLÜSSEL=WERT ausgeben: der Schlüssel, dessen Wert sagt, wie weit es gekommen ist.</translation>
    </message>
    <message>
        <source>Progress total</source>
        <translation>Endwert des Fortschritts</translation>
    </message>
    <message>
        <source>What that value counts to: a number, or the key of one. Empty: it is percent or a fraction.</source>
        <translation>Bis wohin dieser Wert zählt: eine Zahl oder der Schlüssel einer solchen. Leer: Er ist ein Prozentwert oder ein Bruchteil.</translation>
    </message>
    <message>
        <source>Runs one command for each file or row of a list.</source>
        <translation>Führt für jede Datei oder Zeile einer Liste einen Befehl aus.</translation>
    </message>
    <message>
        <source>Which of the files that the program leaves in its folder are outputs, such as page-*.png. Empty: {output}, or all of them where the command does not name it.</source>
        <translation>Welche der Dateien, die das Programm in seinem Ordner hinterlässt, Ergebnisse sind, etwa page-*.png. Leer: {output}, oder alle, wo der Befehl es nicht nennt.</translation>
    </message>
</context>
<context>
    <name>convoy::TopBar</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Show only files whose path contains this (Ctrl+F)</source>
        <translation>Nur Dateien zeigen, deren Pfad dies enthält (Strg+F)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>all files</source>
        <translation>alle Dateien</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>with a problem</source>
        <translation>mit einem Problem</translation>
    </message>
    <message>
        <source>Show only files in this state</source>
        <translation>Nur Dateien in diesem Zustand zeigen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>not grouped</source>
        <translation>nicht gruppiert</translation>
    </message>
    <message>
        <source>by folder</source>
        <translation>nach Ordner</translation>
    </message>
    <message>
        <source>by profile</source>
        <translation>nach Profil</translation>
    </message>
    <message>
        <source>Put files under headings that can be folded</source>
        <translation>Dateien unter Überschriften stellen, die sich zuklappen lassen</translation>
    </message>
</context>
<context>
    <name>convoy::TrackDialog</name>
    <message>
        <source>Tracks</source>
        <translation>Titelzahl</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Nach unten füllen</translation>
    </message>
    <message>
        <source>The uppermost selected cell goes into those below (Ctrl+D)</source>
        <translation>Die oberste ausgewählte Zelle kommt in die darunter (Strg+D)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummerieren</translation>
    </message>
    <message>
        <source>Counts up from the uppermost selected cell</source>
        <translation>Zählt von der obersten ausgewählten Zelle an aufwärts</translation>
    </message>
    <message>
        <source>Paste a list</source>
        <translation>Liste einfügen</translation>
    </message>
    <message>
        <source>One line of the clipboard a track, from the current cell on; tabs go to the next column (Ctrl+V)</source>
        <translation>Eine Zeile der Zwischenablage je Titel, ab der aktuellen Zelle; Tabulatoren gehen zur nächsten Spalte (Strg+V)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>An empty cell keeps what the source says. Everything here can be undone.</source>
        <translation>Eine leere Zelle behält, was die Quelle sagt. Alles hier lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Tags from a cue sheet, a JSON or CSV file, or a list of titles. Such a file can be dropped here as well.</source>
        <translation>Tags aus einem Cue-Sheet, einer JSON- oder CSV-Datei oder einer Liste von Titeln. Eine solche Datei lässt sich auch hierher ziehen.</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>Asks MusicBrainz which disc this is, by the lengths of its tracks, and the Cover Art Archive for its cover. Nothing is asked without this button.</source>
        <translation>Fragt MusicBrainz nach der Länge der Titel, welche CD das ist, und das Cover Art Archive nach ihrem Cover. Ohne diesen Knopf wird nichts gefragt.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Takes back what was done last (Ctrl+Z)</source>
        <translation>Nimmt zurück, was zuletzt getan wurde (Strg+Z)</translation>
    </message>
    <message>
        <source>Pattern of paths</source>
        <translation>Muster der Pfade</translation>
    </message>
    <message>
        <source>How the files and their folders are named; each {tag} is filled in from there</source>
        <translation>Wie die Dateien und ihre Ordner benannt sind; jedes {tag} wird von dort ausgefüllt</translation>
    </message>
    <message>
        <source>Fill in from paths</source>
        <translation>Aus Pfaden ausfüllen</translation>
    </message>
    <message>
        <source>Reads the tags of every track out of its path</source>
        <translation>Liest die Tags jedes Titels aus seinem Pfad</translation>
    </message>
    <message>
        <source>Names of outputs</source>
        <translation>Namen der Ergebnisse</translation>
    </message>
    <message>
        <source>How the outputs are named; “/” makes a folder. The column “Output” shows them.</source>
        <translation>Wie die Ergebnisse benannt werden; „/“ macht einen Ordner. Die Spalte „Ergebnis“ zeigt sie.</translation>
    </message>
    <message>
        <source>Paths are named</source>
        <translation>Pfade heißen</translation>
    </message>
    <message>
        <source>Name outputs</source>
        <translation>Ergebnisse benennen</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s) are not in that file; they got what holds for all of it.</source>
        <translation>
            <numerusform>%n Titel ist nicht in dieser Datei; er bekam, was für die ganze Datei gilt.</numerusform>
            <numerusform>%n Titel sind nicht in dieser Datei; sie bekamen, was für die ganze Datei gilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tags were filled in.</source>
        <translation>Die Tags wurden ausgefüllt.</translation>
    </message>
    <message>
        <source>Import tags</source>
        <translation>Tags importieren</translation>
    </message>
    <message>
        <source>Albums (%1)</source>
        <translation>Alben (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading “%1” …</source>
        <translation>„%1“ wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) are not named like that.</source>
        <translation>
            <numerusform>%n Pfad ist nicht so benannt.</numerusform>
            <numerusform>%n Pfade sind nicht so benannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>An output needs a name.</source>
        <translation>Ein Ergebnis braucht einen Namen.</translation>
    </message>
    <message>
        <source>Asking MusicBrainz …</source>
        <translation>MusicBrainz wird gefragt …</translation>
    </message>
    <message>
        <source>MusicBrainz knows no disc like this.</source>
        <translation>MusicBrainz kennt keine solche CD.</translation>
    </message>
    <message numerus="yes">
        <source>%n release(s) fit.</source>
        <translation>
            <numerusform>%n Veröffentlichung passt.</numerusform>
            <numerusform>%n Veröffentlichungen passen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The look-up was stopped.</source>
        <translation>Das Nachschlagen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
</context>
<context>
    <name>convoy::TrackModel</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>filling down</source>
        <translation>nach unten füllen</translation>
    </message>
    <message>
        <source>numbering</source>
        <translation>nummerieren</translation>
    </message>
    <message>
        <source>pasting</source>
        <translation>einfügen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>filling in the album</source>
        <translation>Album ausfüllen</translation>
    </message>
    <message>
        <source>“%1” was not taken: an ISRC is like GB-AYE-69-00531.</source>
        <translation>„%1“ wurde nicht übernommen: Ein ISRC sieht aus wie GB-AYE-69-00531.</translation>
    </message>
    <message>
        <source>“%1” was not taken: “%2” is a number of at most four digits.</source>
        <translation>„%1“ wurde nicht übernommen: „%2“ ist eine Zahl mit höchstens vier Ziffern.</translation>
    </message>
</context>
<context>
    <name>convoy::Transcoder</name>
    <message numerus="yes">
        <source>%n sound track(s) cannot be read and were left out.</source>
        <translation>
            <numerusform>%n Tonspur kann nicht gelesen werden und wurde weggelassen.</numerusform>
            <numerusform>%n Tonspuren können nicht gelesen werden und wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is not enough memory to read this video.</source>
        <translation>Der Speicher reicht nicht, um dieses Video zu lesen.</translation>
    </message>
    <message>
        <source>This video is damaged; what can be played was kept.</source>
        <translation>Dieses Video ist beschädigt; was sich abspielen lässt, wurde behalten.</translation>
    </message>
    <message>
        <source>High dynamic range was mapped to standard range (BT.709).</source>
        <translation>Hoher Dynamikumfang wurde auf den üblichen abgebildet (BT.709).</translation>
    </message>
    <message>
        <source>This video is cut off: its end is missing.</source>
        <translation>Dieses Video ist abgeschnitten: Sein Ende fehlt.</translation>
    </message>
    <message>
        <source>This video is damaged near %1 s.</source>
        <translation>Dieses Video ist bei %1 s beschädigt.</translation>
    </message>
    <message>
        <source>No sound of this file could be decoded.</source>
        <translation>Kein Ton dieser Datei konnte dekodiert werden.</translation>
    </message>
    <message>
        <source>This file has no pictures.</source>
        <translation>Diese Datei hat keine Bilder.</translation>
    </message>
    <message>
        <source>This video has no sound.</source>
        <translation>Dieses Video hat keinen Ton.</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s) of subtitles do not fit into such a file and were left out.</source>
        <translation>
            <numerusform>%n Untertitelspur passt nicht in eine solche Datei und wurde weggelassen.</numerusform>
            <numerusform>%n Untertitelspuren passen nicht in eine solche Datei und wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the sound tracks that were chosen is in this video.</source>
        <translation>Keine der gewählten Tonspuren ist in diesem Video.</translation>
    </message>
    <message>
        <source>This video is damaged; %1 s of it are lost, the rest was kept.</source>
        <translation>Dieses Video ist beschädigt; %1 s davon sind verloren, der Rest wurde behalten.</translation>
    </message>
    <message>
        <source>This video is rotated by its container; players may show the copy on its side.</source>
        <translation>Dieses Video wird durch seinen Container gedreht; Abspielprogramme zeigen die Kopie vielleicht auf der Seite liegend.</translation>
    </message>
    <message>
        <source>The copy starts %1 s earlier, with a key frame.</source>
        <translation>Die Kopie beginnt %1 s früher, mit einem Schlüsselbild.</translation>
    </message>
    <message>
        <source>This video ends before the part to convert starts.</source>
        <translation>Dieses Video endet, bevor der umzuwandelnde Teil beginnt.</translation>
    </message>
    <message>
        <source>No hardware encoder takes these pictures: they were encoded in software.</source>
        <translation>Kein Hardware-Kodierer nimmt diese Bilder: Sie wurden in Software kodiert.</translation>
    </message>
    <message>
        <source>The end of this recording is cut off; what can be played was kept.</source>
        <translation>Das Ende dieser Aufnahme ist abgeschnitten; was sich abspielen lässt, wurde behalten.</translation>
    </message>
    <message>
        <source>The sound has %1 Hz, which FLAC cannot hold: it became %2 Hz.</source>
        <translation>Der Ton hat %1 Hz, was FLAC nicht fasst: Es wurden %2 Hz daraus.</translation>
    </message>
</context>
<context>
    <name>convoy::Transfer</name>
    <message>
        <source>The network library cannot be used.</source>
        <translation>Die Netzwerkbibliothek kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The mail could not be sent through “%1”.</source>
        <translation>Die Mail konnte nicht über „%1“ gesendet werden.</translation>
    </message>
    <message>
        <source>“%1” did not take the report.</source>
        <translation>„%1“ hat den Bericht nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>convoy::Trash</name>
    <message>
        <source>The source “%1” could not be put in the trash.</source>
        <translation>Die Quelle „%1“ konnte nicht in den Papierkorb gelegt werden.</translation>
    </message>
    <message>
        <source>It is no longer the file that was converted.</source>
        <translation>Sie ist nicht mehr die Datei, die umgewandelt wurde.</translation>
    </message>
    <message>
        <source>There is no trash on its file system.</source>
        <translation>Auf ihrem Dateisystem gibt es keinen Papierkorb.</translation>
    </message>
</context>
<context>
    <name>convoy::TrimControls</name>
    <message>
        <source>Start here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>Leave out what comes before the time that is shown</source>
        <translation>Weglassen, was vor dem gezeigten Zeitpunkt kommt</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Hier enden</translation>
    </message>
    <message>
        <source>Leave out what comes after the time that is shown</source>
        <translation>Weglassen, was nach dem gezeigten Zeitpunkt kommt</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Take the whole file again</source>
        <translation>Wieder die ganze Datei nehmen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>time, length</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The whole file is taken already.</source>
        <translation>Es wird schon die ganze Datei genommen.</translation>
    </message>
    <message>
        <source>Nothing would be left: go to a later time first.</source>
        <translation>Es bliebe nichts übrig: Gehen Sie zuerst zu einer späteren Zeit.</translation>
    </message>
</context>
<context>
    <name>convoy::VerifyCommand</name>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Convoy %1, %2</source>
        <translation>Convoy %1, %2</translation>
    </message>
    <message>
        <source>--accuraterip: no database is configured (CONVOY_ACCURATERIP_URL).</source>
        <translation>--accuraterip: Keine Datenbank ist eingestellt (CONVOY_ACCURATERIP_URL).</translation>
    </message>
    <message>
        <source>There is no FLAC file to compare.</source>
        <translation>Es gibt keine FLAC-Datei zum Vergleichen.</translation>
    </message>
    <message>
        <source>no source has this name or this sound</source>
        <translation>keine Quelle hat diesen Namen oder diesen Ton</translation>
    </message>
    <message>
        <source>every sample is the same</source>
        <translation>jeder Abtastwert ist derselbe</translation>
    </message>
    <message>
        <source>different: %1</source>
        <translation>verschieden: %1</translation>
    </message>
    <message>
        <source>v1 %1, v2 %2</source>
        <translation>v1 %1, v2 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) have the same</source>
        <translation>
            <numerusform>%n anderer hat dasselbe</numerusform>
            <numerusform>%n andere haben dasselbe</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody in the database has the same</source>
        <translation>niemand in der Datenbank hat dasselbe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Abtastwerte</translation>
    </message>
    <message>
        <source>%1 (%2 Hz, %3 bit, %4 channels)</source>
        <translation>%1 (%2 Hz, %3 Bit, %4 Kanäle)</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>Begrenzt</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Abtastwerte</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>%1 samples at the start, %2 at the end</source>
        <translation>%1 Abtastwerte am Anfang, %2 am Ende</translation>
    </message>
    <message numerus="yes">
        <source>%n track(s) were compared</source>
        <translation>
            <numerusform>%n Titel wurde verglichen</numerusform>
            <numerusform>%n Titel wurden verglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: every sample of them is that of its source.</source>
        <translation>%1: Jeder Abtastwert ist der der Quelle.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n are not, or not known to be, what their sources are.</source>
        <translation>
            <numerusform>%1: %n ist nicht, was seine Quelle ist, oder es ist nicht bekannt.</numerusform>
            <numerusform>%1: %n sind nicht, was ihre Quellen sind, oder es ist nicht bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the sound of “%1”.</source>
        <translation>Es ist der Ton von „%1“.</translation>
    </message>
    <message>
        <source>, without null samples %1</source>
        <translation>, ohne Nullwerte %1</translation>
    </message>
    <message>
        <source>no FLAC file has this name or this sound</source>
        <translation>keine FLAC-Datei hat diesen Namen oder diesen Ton</translation>
    </message>
</context>
<context>
    <name>convoy::VideoConverter</name>
    <message>
        <source>There is not enough memory for this video.</source>
        <translation>Der Speicher reicht nicht für dieses Video.</translation>
    </message>
    <message>
        <source>This video could not be converted.</source>
        <translation>Dieses Video konnte nicht umgewandelt werden.</translation>
    </message>
</context>
<context>
    <name>convoy::VideoFilter</name>
    <message>
        <source>The pictures of this video cannot be prepared for encoding.</source>
        <translation>Die Bilder dieses Videos lassen sich nicht für das Kodieren vorbereiten.</translation>
    </message>
</context>
<context>
    <name>convoy::VideoInfo</name>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Video quality</source>
        <translation>Bildqualität</translation>
    </message>
    <message>
        <source>Sound quality</source>
        <translation>Tonqualität</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>Beginnen bei</translation>
    </message>
    <message>
        <source>Seconds of the source to leave out at the start, exact to the frame.</source>
        <translation>Sekunden der Quelle, die am Anfang wegbleiben, auf das Bild genau.</translation>
    </message>
    <message>
        <source>End at</source>
        <translation>Enden bei</translation>
    </message>
    <message>
        <source>Time in the source where the converted part ends; 0 goes on to the end.</source>
        <translation>Zeitpunkt in der Quelle, an dem der umgewandelte Teil endet; 0 geht bis zum Ende.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Seconds to convert from the start; 0 goes on to the end.</source>
        <translation>Sekunden, die ab dem Beginn umgewandelt werden; 0 geht bis zum Ende.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Largest width</source>
        <translation>Größte Breite</translation>
    </message>
    <message>
        <source>Wider pictures are made smaller, in the same shape; 0 keeps every width.</source>
        <translation>Breitere Bilder werden kleiner gemacht, in derselben Form; 0 behält jede Breite.</translation>
    </message>
    <message>
        <source>Largest height</source>
        <translation>Größte Höhe</translation>
    </message>
    <message>
        <source>Higher pictures are made smaller, in the same shape; 0 keeps every height.</source>
        <translation>Höhere Bilder werden kleiner gemacht, in derselben Form; 0 behält jede Höhe.</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Frames are left out or repeated to reach this rate; 0 keeps the source&apos;s times.</source>
        <translation>Bilder werden weggelassen oder wiederholt, um diese Rate zu erreichen; 0 behält die Zeiten der Quelle.</translation>
    </message>
    <message>
        <source>Deinterlace</source>
        <translation>Zeilensprung entfernen</translation>
    </message>
    <message>
        <source>Makes whole pictures of half pictures (old camcorders, television).</source>
        <translation>Macht aus Halbbildern ganze Bilder (alte Camcorder, Fernsehen).</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Where the video says so</source>
        <translation>Wo das Video es sagt</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Map HDR to SDR</source>
        <translation>HDR auf SDR abbilden</translation>
    </message>
    <message>
        <source>Brings high dynamic range (PQ, HLG) to the range of usual screens (BT.709).</source>
        <translation>Bringt hohen Dynamikumfang (PQ, HLG) in den Bereich üblicher Bildschirme (BT.709).</translation>
    </message>
    <message>
        <source>Keep what plays</source>
        <translation>Behalten, was spielt</translation>
    </message>
    <message>
        <source>Converts damaged videos as far as they can be played, instead of refusing them.</source>
        <translation>Wandelt beschädigte Videos um, soweit sie sich abspielen lassen, statt sie abzulehnen.</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schäden</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Coded as</source>
        <translation>Kodiert als</translation>
    </message>
    <message>
        <source>What is usual for the file</source>
        <translation>Was für die Datei üblich ist</translation>
    </message>
    <message>
        <source>Theora</source>
        <translation>Theora</translation>
    </message>
    <message>
        <source>H.264</source>
        <translation>H.264</translation>
    </message>
    <message>
        <source>VP9</source>
        <translation>VP9</translation>
    </message>
    <message>
        <source>AV1</source>
        <translation>AV1</translation>
    </message>
    <message>
        <source>Higher is better and larger.</source>
        <translation>Höher ist besser und größer.</translation>
    </message>
    <message>
        <source>Higher is better and larger; FLAC loses nothing at any quality.</source>
        <translation>Höher ist besser und größer; FLAC verliert bei keiner Qualität etwas.</translation>
    </message>
    <message>
        <source>Crop from left</source>
        <translation>Zuschnitt von links</translation>
    </message>
    <message>
        <source>Pixels to leave out at the left of the upright picture.</source>
        <translation>Bildpunkte, die links vom aufrechten Bild wegbleiben.</translation>
    </message>
    <message>
        <source>Crop from top</source>
        <translation>Zuschnitt von oben</translation>
    </message>
    <message>
        <source>Pixels to leave out at the top of the upright picture.</source>
        <translation>Bildpunkte, die oben vom aufrechten Bild wegbleiben.</translation>
    </message>
    <message>
        <source>Crop width</source>
        <translation>Breite des Zuschnitts</translation>
    </message>
    <message>
        <source>Width of the part that is kept; 0 goes to the right edge.</source>
        <translation>Breite des Teils, der bleibt; 0 geht bis zum rechten Rand.</translation>
    </message>
    <message>
        <source>Crop height</source>
        <translation>Höhe des Zuschnitts</translation>
    </message>
    <message>
        <source>Height of the part that is kept; 0 goes to the bottom edge.</source>
        <translation>Höhe des Teils, der bleibt; 0 geht bis zum unteren Rand.</translation>
    </message>
    <message>
        <source>Reduce noise</source>
        <translation>Rauschen verringern</translation>
    </message>
    <message>
        <source>Smooths the grain of dark scenes and old cameras; files become smaller.</source>
        <translation>Glättet das Korn dunkler Szenen und alter Kameras; Dateien werden kleiner.</translation>
    </message>
    <message>
        <source>Nothing new: copied as it is</source>
        <translation>Nichts Neues: unverändert kopiert</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sound tracks</source>
        <translation>Tonspuren</translation>
    </message>
    <message>
        <source>“all”, “no”, or numbers from 1 and languages as in “1,3” or “eng,ger”.</source>
        <translation>„all“, „no“ oder Nummern ab 1 und Sprachen wie in „1,3“ oder „eng,ger“.</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Every track is measured first (EBU R 128) and then brought to this loudness, without clipping: -23 as in broadcasts, -16 for phones. 0 leaves the sound as it is.</source>
        <translation>Jede Spur wird zuerst gemessen (EBU R 128) und dann auf diese Lautheit gebracht, ohne Übersteuern: -23 wie im Rundfunk, -16 für Telefone. 0 lässt den Ton, wie er ist.</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Tracks of subtitles can be kept where the file can hold them, or one can be drawn into the pictures.</source>
        <translation>Untertitelspuren können behalten werden, wo die Datei sie aufnehmen kann, oder eine wird in die Bilder gezeichnet.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Kept as tracks</source>
        <translation>Als Spuren behalten</translation>
    </message>
    <message>
        <source>Drawn into the pictures</source>
        <translation>In die Bilder gezeichnet</translation>
    </message>
    <message>
        <source>Track to draw</source>
        <translation>Spur zum Zeichnen</translation>
    </message>
    <message>
        <source>Which subtitles are drawn into the pictures, counted from 1.</source>
        <translation>Welche Untertitel in die Bilder gezeichnet werden, gezählt ab 1.</translation>
    </message>
    <message>
        <source>How pictures are coded. MP4 holds H.264 or H.265, WebM VP9 or AV1, Matroska all of them. Copying puts pictures and sound into another file as they are, at once and without loss.</source>
        <translation>Wie Bilder kodiert werden. MP4 fasst H.264 oder H.265, WebM VP9 oder AV1, Matroska alle davon. Kopieren legt Bilder und Ton unverändert in eine andere Datei, sofort und ohne Verlust.</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Kodierer</translation>
    </message>
    <message>
        <source>A graphics chip encodes quickly, but its files are larger. Only what works on this computer is offered; “Automatic” encodes in software where nothing does.</source>
        <translation>Ein Grafikchip kodiert schnell, aber seine Dateien sind größer. Angeboten wird nur, was auf diesem Rechner arbeitet; „Automatisch“ kodiert in Software, wo nichts davon geht.</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Any video as Theora, H.264, H.265, VP9, AV1, GIF, WebP or its sound alone, upright and in sync.</source>
        <translation>Jedes Video als Theora, H.264, H.265, VP9, AV1, GIF, WebP oder nur sein Ton, aufrecht und synchron.</translation>
    </message>
    <message>
        <source>Exact motion search</source>
        <translation>Genaue Bewegungssuche</translation>
    </message>
    <message>
        <source>Only for Theora: without it pictures are those of ffmpeg in Debian 12 to the byte, whose encoder compares wrong pixels; files are then up to a quarter larger, and worse.</source>
        <translation>Nur für Theora: Ohne sie sind die Bilder bis aufs Byte die von ffmpeg in Debian 12, dessen Encoder falsche Pixel vergleicht; Dateien werden dann bis zu einem Viertel größer, und schlechter.</translation>
    </message>
</context>
<context>
    <name>convoy::VideoOptions</name>
    <message>
        <source>The part to convert ends before it starts.</source>
        <translation>Der Teil zum Umwandeln endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>“%1” video in a file “.%2” is not a kind of video that can be written.</source>
        <translation>„%1“-Video in einer Datei „.%2“ ist keine Art Video, die geschrieben werden kann.</translation>
    </message>
    <message>
        <source>What is copied cannot be changed: size, crop, filters, loudness and burnt-in subtitles need an encoder.</source>
        <translation>Was kopiert wird, kann nicht geändert werden: Größe, Zuschnitt, Filter, Lautheit und eingebrannte Untertitel brauchen einen Kodierer.</translation>
    </message>
    <message>
        <source>The hardware encoder “%1” does not write this kind of video.</source>
        <translation>Der Hardware-Kodierer „%1“ schreibt diese Art von Video nicht.</translation>
    </message>
</context>
<context>
    <name>convoy::VideoPreview</name>
    <message>
        <source>No picture of this video could be decoded.</source>
        <translation>Kein Bild dieses Videos ließ sich dekodieren.</translation>
    </message>
    <message>
        <source>This file has no picture to show.</source>
        <translation>Diese Datei hat kein Bild zum Zeigen.</translation>
    </message>
</context>
<context>
    <name>convoy::VideoProbe</name>
    <message>
        <source>%1p %2</source>
        <comment>height of a video and its length</comment>
        <translation>%1p %2</translation>
    </message>
    <message>
        <source>%1 kHz sound %2</source>
        <translation>%1 kHz Ton %2</translation>
    </message>
    <message numerus="yes">
        <source>%n sound track(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n Tonspur kann nicht gelesen werden und wird weggelassen.</numerusform>
            <numerusform>%n Tonspuren können nicht gelesen werden und werden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The end of this video is missing.</source>
        <translation>Das Ende dieses Videos fehlt.</translation>
    </message>
</context>
<context>
    <name>convoy::VideoTrack</name>
    <message>
        <source>There is not enough memory to encode this video.</source>
        <translation>Der Speicher reicht nicht, um dieses Video zu kodieren.</translation>
    </message>
    <message>
        <source>No picture of this video could be decoded.</source>
        <translation>Kein Bild dieses Videos ließ sich dekodieren.</translation>
    </message>
    <message>
        <source>There is not enough memory to decode this video.</source>
        <translation>Der Speicher reicht nicht, um dieses Video zu dekodieren.</translation>
    </message>
    <message>
        <source>No picture of this video, coded as “%1”, could be decoded.</source>
        <translation>Kein Bild dieses Videos, kodiert als „%1“, ließ sich dekodieren.</translation>
    </message>
    <message>
        <source>Pictures of %1 × %2 are too large for the “%3” encoder, which takes up to %4 × %5.</source>
        <translation>Bilder von %1 × %2 sind zu groß für den Encoder „%3“, der höchstens %4 × %5 annimmt.</translation>
    </message>
    <message>
        <source>There is no picture in the part to convert, only sound: the last one is before it.</source>
        <translation>In dem Teil, der umgewandelt werden soll, ist kein Bild, nur Ton: Das letzte liegt davor.</translation>
    </message>
</context>
<context>
    <name>convoy::VideoVerifier</name>
    <message>
        <source>The written video lacks its pictures.</source>
        <translation>Dem geschriebenen Video fehlen seine Bilder.</translation>
    </message>
    <message>
        <source>The written video lacks a sound track.</source>
        <translation>Dem geschriebenen Video fehlt eine Tonspur.</translation>
    </message>
    <message>
        <source>The written video has pictures of another size.</source>
        <translation>Das geschriebene Video hat Bilder einer anderen Größe.</translation>
    </message>
    <message>
        <source>There is not enough memory to check the written video.</source>
        <translation>Der Speicher reicht nicht, um das geschriebene Video zu prüfen.</translation>
    </message>
    <message>
        <source>The written video cannot be read back.</source>
        <translation>Das geschriebene Video kann nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>The written video does not decode without errors.</source>
        <translation>Das geschriebene Video lässt sich nicht fehlerfrei dekodieren.</translation>
    </message>
    <message>
        <source>The written video has %1 frames instead of %2.</source>
        <translation>Das geschriebene Video hat %1 Bilder statt %2.</translation>
    </message>
    <message>
        <source>The written video has another length than its source.</source>
        <translation>Das geschriebene Video ist nicht so lang wie seine Quelle.</translation>
    </message>
    <message>
        <source>The written sound does not decode without errors.</source>
        <translation>Der geschriebene Ton lässt sich nicht fehlerfrei dekodieren.</translation>
    </message>
    <message>
        <source>The written sound has another length than its source.</source>
        <translation>Der geschriebene Ton ist nicht so lang wie seine Quelle.</translation>
    </message>
    <message>
        <source>The written video is not what was encoded.</source>
        <translation>Das geschriebene Video ist nicht, was kodiert wurde.</translation>
    </message>
    <message>
        <source>The written video lacks a track.</source>
        <translation>Dem geschriebenen Video fehlt eine Spur.</translation>
    </message>
    <message>
        <source>A copied track has %1 pieces instead of %2.</source>
        <translation>Eine kopierte Spur hat %1 Stücke statt %2.</translation>
    </message>
    <message>
        <source>A copied track is not what it was.</source>
        <translation>Eine kopierte Spur ist nicht mehr, was sie war.</translation>
    </message>
</context>
<context>
    <name>convoy::WatchCommand</name>
    <message>
        <source>%1: a number of seconds from %2 to %3 is needed.</source>
        <translation>%1: Eine Zahl von Sekunden von %2 bis %3 wird gebraucht.</translation>
    </message>
    <message>
        <source>One folder is to be named.</source>
        <translation>Genau ein Ordner muss genannt werden.</translation>
    </message>
    <message>
        <source>Watching “%1”. Ctrl-C stops.</source>
        <translation>„%1“ wird überwacht. Strg-C beendet.</translation>
    </message>
</context>
<context>
    <name>convoy::WatchDialog</name>
    <message>
        <source>No folder is watched yet.</source>
        <translation>Noch wird kein Ordner überwacht.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Watch no longer</source>
        <translation>Nicht mehr überwachen</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Überwachte Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>New files are converted when they have stopped growing, each one once, as long as this window is open.</source>
        <translation>Neue Dateien werden umgewandelt, wenn sie nicht mehr wachsen, jede einmal, solange dieses Fenster offen ist.</translation>
    </message>
    <message>
        <source>One more folder</source>
        <translation>Noch ein Ordner</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Ordner zum Überwachen</translation>
    </message>
    <message>
        <source>Folder for the outputs</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>Beside the source</source>
        <translation>Neben der Quelle</translation>
    </message>
    <message>
        <source>Choose a profile</source>
        <translation>Ein Profil wählen</translation>
    </message>
    <message>
        <source>Profile of the folder</source>
        <translation>Profil des Ordners</translation>
    </message>
    <message>
        <source>Its sub-folders too</source>
        <translation>Auch seine Unterordner</translation>
    </message>
    <message>
        <source>Watch this folder</source>
        <translation>Diesen Ordner überwachen</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>überwacht</translation>
    </message>
    <message>
        <source>not watched: %1</source>
        <translation>nicht überwacht: %1</translation>
    </message>
    <message>
        <source>%1 and its sub-folders</source>
        <translation>%1 und seine Unterordner</translation>
    </message>
    <message>
        <source>beside the source</source>
        <translation>neben der Quelle</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Select a watched folder first.</source>
        <translation>Wählen Sie zuerst einen überwachten Ordner aus.</translation>
    </message>
    <message>
        <source>Choose a folder and a profile first.</source>
        <translation>Wählen Sie zuerst einen Ordner und ein Profil.</translation>
    </message>
</context>
<context>
    <name>convoy::WatchStore</name>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>„%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This folder is being watched with this profile already.</source>
        <translation>Dieser Ordner wird mit diesem Profil schon überwacht.</translation>
    </message>
</context>
<context>
    <name>convoy::WatchedFolder</name>
    <message>
        <source>The folder “%1” cannot be read.</source>
        <translation>Der Ordner „%1“ kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>convoy::WatchedFolders</name>
    <message>
        <source>“%1” is not watched: its profile is not there any more.</source>
        <translation>„%1“ wird nicht überwacht: Das Profil dafür gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Nothing can be converted now.</source>
        <translation>Jetzt kann nichts umgewandelt werden.</translation>
    </message>
    <message>
        <source>This folder is watched with this profile already.</source>
        <translation>Dieser Ordner wird mit diesem Profil schon überwacht.</translation>
    </message>
</context>
<context>
    <name>convoy::WindowActions</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tooltip (keys)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Choose files to convert</source>
        <translation>Dateien zum Umwandeln wählen</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Choose a folder; everything in it is added</source>
        <translation>Einen Ordner wählen; alles darin wird hinzugefügt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the selected files off the list; the files themselves stay</source>
        <translation>Die ausgewählten Dateien aus der Liste nehmen; die Dateien selbst bleiben</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Take everything off the list that has ended well</source>
        <translation>Alles aus der Liste nehmen, was gut zu Ende gegangen ist</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Die Liste durchsuchen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Convert the selected files earlier</source>
        <translation>Die ausgewählten Dateien früher umwandeln</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Convert the selected files later</source>
        <translation>Die ausgewählten Dateien später umwandeln</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Convert the selected files first</source>
        <translation>Die ausgewählten Dateien zuerst umwandeln</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Nicht gruppiert</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>Nach Ordner</translation>
    </message>
    <message>
        <source>By profile</source>
        <translation>Nach Profil</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Convert everything that waits</source>
        <translation>Alles umwandeln, was wartet</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold everything where it stands</source>
        <translation>Alles anhalten, wo es steht</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from where it stood</source>
        <translation>Weitermachen, wo es stand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop all work; nothing half done is left behind</source>
        <translation>Alle Arbeit beenden; nichts Halbfertiges bleibt zurück</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Gescheiterte wiederholen</translation>
    </message>
    <message>
        <source>Try everything that failed once more</source>
        <translation>Alles, was gescheitert ist, noch einmal versuchen</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Den Plan zeigen</translation>
    </message>
    <message>
        <source>What would be written where, before anything is started</source>
        <translation>Was wohin geschrieben würde, bevor etwas begonnen wird</translation>
    </message>
    <message>
        <source>Do nothing more</source>
        <translation>Nichts weiter tun</translation>
    </message>
    <message>
        <source>Suspend the computer</source>
        <translation>Den Rechner in Bereitschaft versetzen</translation>
    </message>
    <message>
        <source>Switch the computer off</source>
        <translation>Den Rechner ausschalten</translation>
    </message>
    <message>
        <source>Show the timeline</source>
        <translation>Die Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>Who works when</source>
        <translation>Wer wann arbeitet</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>Die Seitenleiste zeigen</translation>
    </message>
    <message>
        <source>Preview, options, details and log</source>
        <translation>Vorschau, Optionen, Einzelheiten und Protokoll</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What was converted when</source>
        <translation>Was wann umgewandelt wurde</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>A page about what was converted last</source>
        <translation>Eine Seite darüber, was zuletzt umgewandelt wurde</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What holds for every batch</source>
        <translation>Was für jeden Stapel gilt</translation>
    </message>
    <message>
        <source>About Convoy</source>
        <translation>Über Convoy</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the window; what runs can be resumed</source>
        <translation>Das Fenster schließen; was läuft, kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>Group the files</source>
        <translation>Dateien gruppieren</translation>
    </message>
    <message>
        <source>When everything has ended</source>
        <translation>Wenn alles zu Ende ist</translation>
    </message>
    <message>
        <source>Add from a list …</source>
        <translation>Aus einer Liste hinzufügen …</translation>
    </message>
    <message>
        <source>Jobs from a table or a range of numbers</source>
        <translation>Aufträge aus einer Tabelle oder einem Zahlenbereich</translation>
    </message>
    <message>
        <source>Watched folders …</source>
        <translation>Überwachte Ordner …</translation>
    </message>
    <message>
        <source>Folders whose new files are converted by themselves</source>
        <translation>Ordner, deren neue Dateien von selbst umgewandelt werden</translation>
    </message>
    <message>
        <source>More for the selected files</source>
        <translation>Mehr für die ausgewählten Dateien</translation>
    </message>
    <message>
        <source>What else can be done with the selected files</source>
        <translation>Was sich mit den ausgewählten Dateien sonst noch tun lässt</translation>
    </message>
    <message>
        <source>Copy files</source>
        <translation>Dateien kopieren</translation>
    </message>
    <message>
        <source>What came of the selected files, or else they themselves</source>
        <translation>Was aus den ausgewählten Dateien geworden ist, sonst sie selbst</translation>
    </message>
    <message>
        <source>Paste files</source>
        <translation>Dateien einfügen</translation>
    </message>
    <message>
        <source>Add the files that the clipboard names</source>
        <translation>Die Dateien hinzufügen, die in der Zwischenablage stehen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Every key that does something</source>
        <translation>Jede Taste, die etwas tut</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <comment>an edit</comment>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <comment>an edit</comment>
        <translation>Wiederholen: %1</translation>
    </message>
</context>
<context>
    <name>convoy::WindowControls</name>
    <message>
        <source>Or drag with the right mouse button on the picture: sideways for the width, up and down for the centre</source>
        <translation>Oder mit der rechten Maustaste auf dem Bild ziehen: seitwärts für die Breite, auf und ab für die Mitte</translation>
    </message>
    <message>
        <source>Window centre</source>
        <translation>Mitte des Fensters</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>Breite des Fensters</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back to the window that the file asks for</source>
        <translation>Zurück zu dem Fenster, das die Datei verlangt</translation>
    </message>
    <message>
        <source>The file&apos;s own window</source>
        <translation>Das eigene Fenster der Datei</translation>
    </message>
    <message>
        <source>The file&apos;s own window is shown already.</source>
        <translation>Das Fenster der Datei selbst wird schon gezeigt.</translation>
    </message>
</context>
<context>
    <name>convoy::WindowMessages</name>
    <message>
        <source>A batch was interrupted (%1): %2 of %3 done.</source>
        <translation>Ein Stapel wurde unterbrochen (%1): %2 von %3 fertig.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message numerus="yes">
        <source> And %n more folder(s).</source>
        <translation>
            <numerusform> Und %n weiterer Ordner.</numerusform>
            <numerusform> Und %n weitere Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused: %1%2 It goes on by itself as soon as that can be written to again.</source>
        <translation>Angehalten: %1%2 Es geht von selbst weiter, sobald dort wieder geschrieben werden kann.</translation>
    </message>
    <message>
        <source>%1%2 What is to be written there waits, and goes on by itself; the rest is converted meanwhile.</source>
        <translation>%1%2 Was dorthin geschrieben werden soll, wartet und geht von selbst weiter; der Rest wird inzwischen umgewandelt.</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Jetzt noch einmal versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of a kind that nothing here converts are left out.</source>
        <translation>
            <numerusform>%n Datei einer Art, die hier nichts umwandelt, wird ausgelassen.</numerusform>
            <numerusform>%n Dateien einer Art, die hier nichts umwandelt, werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Take them off the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>convoy::WorkCommands</name>
    <message>
        <source>When everything has ended: %1, after a minute in which it can be stopped.</source>
        <translation>Wenn alles zu Ende ist: %1, nach einer Minute, in der es sich noch aufhalten lässt.</translation>
    </message>
    <message>
        <source>The list is empty: add files first.</source>
        <translation>Die Liste ist leer: Fügen Sie zuerst Dateien hinzu.</translation>
    </message>
    <message>
        <source>No file in the list waits to be converted.</source>
        <translation>Keine Datei in der Liste wartet auf ihre Umwandlung.</translation>
    </message>
    <message>
        <source>Nothing is being converted.</source>
        <translation>Es wird gerade nichts umgewandelt.</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing has been converted yet.</source>
        <translation>Noch wurde nichts umgewandelt.</translation>
    </message>
</context>
<context>
    <name>convoy::WorkRate</name>
    <message>
        <source>%1 files/s</source>
        <translation>%1 Dateien/s</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>an amount of data in a second</comment>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>convoy::WorkStatus</name>
    <message>
        <source>How fast work goes, how many cores are at it, and how much memory it takes</source>
        <translation>Wie schnell die Arbeit geht, wie viele Kerne daran sind und wie viel Speicher sie braucht</translation>
    </message>
    <message>
        <source>Work begins.</source>
        <translation>Die Arbeit beginnt.</translation>
    </message>
    <message>
        <source>Everything has ended.</source>
        <translation>Alles ist zu Ende.</translation>
    </message>
    <message>
        <source>%1 of %2 cores</source>
        <translation>%1 von %2 Kernen</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 Speicher</translation>
    </message>
</context>
<context>
    <name>convoy::Worker</name>
    <message>
        <source>This needed more memory than allowed.</source>
        <translation>Dies brauchte mehr Speicher als erlaubt.</translation>
    </message>
    <message>
        <source>The converter failed.</source>
        <translation>Der Umwandler ist gescheitert.</translation>
    </message>
    <message>
        <source>The worker was asked for what it cannot do.</source>
        <translation>Vom Arbeitsprozess wurde etwas verlangt, was er nicht kann.</translation>
    </message>
    <message>
        <source>The decoder crashed (%1).</source>
        <translation>Der Dekodierer ist abgestürzt (%1).</translation>
    </message>
    <message>
        <source>The worker ended too early (exit status %1).</source>
        <translation>Der Arbeitsprozess endete zu früh (Rückgabewert %1).</translation>
    </message>
    <message>
        <source>No output is expected here.</source>
        <translation>Hier wird kein Ergebnis erwartet.</translation>
    </message>
    <message numerus="yes">
        <source>Not finished after %n second(s).</source>
        <translation>
            <numerusform>Nach %n Sekunde nicht fertig.</numerusform>
            <numerusform>Nach %n Sekunden nicht fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No progress for %n second(s).</source>
        <translation>
            <numerusform>Seit %n Sekunde kein Fortschritt.</numerusform>
            <numerusform>Seit %n Sekunden kein Fortschritt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The worker process is gone.</source>
        <translation>Der Arbeitsprozess ist weg.</translation>
    </message>
    <message>
        <source>The worker could not start: its codecs are missing or it crashed.</source>
        <translation>Der Arbeitsprozess konnte nicht starten: Seine Codecs fehlen, oder er ist abgestürzt.</translation>
    </message>
    <message>
        <source>The worker could not be started.</source>
        <translation>Der Arbeitsprozess konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The worker program “%1” could not be started.</source>
        <translation>Das Arbeitsprogramm „%1“ konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The worker program “%1” cannot be started.</source>
        <translation>Das Arbeitsprogramm „%1“ kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>There is no converter “%1”.</source>
        <translation>Es gibt keinen Umwandler „%1“.</translation>
    </message>
    <message>
        <source>This kernel confines conversions less tightly than a newer one would (Landlock %1, not %2).</source>
        <translation>Dieser Kernel sperrt Umwandlungen weniger streng ein, als ein neuerer es täte (Landlock %1, nicht %2).</translation>
    </message>
    <message>
        <source>A part of Convoy is missing or damaged: install Convoy again.</source>
        <translation>Ein Teil von Convoy fehlt oder ist beschädigt: Convoy bitte neu installieren.</translation>
    </message>
    <message>
        <source>This computer has no working hardware encoder “%1”.</source>
        <translation>Dieser Rechner hat keinen funktionierenden Hardware-Kodierer „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>The worker gave no answer for %n second(s).</source>
        <translation>
            <numerusform>Der Arbeitsprozess hat %n Sekunde lang nicht geantwortet.</numerusform>
            <numerusform>Der Arbeitsprozess hat %n Sekunden lang nicht geantwortet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>profiles</name>
    <message>
        <source>Album to FLAC</source>
        <translation>Album nach FLAC</translation>
    </message>
    <message>
        <source>Ripped WAV tracks as tagged FLAC, as small as it gets, every sample kept.</source>
        <translation>Gerippte WAV-Titel als FLAC mit Tags, so klein wie möglich, jeder Abtastwert erhalten.</translation>
    </message>
    <message>
        <source>DICOM to PNG, cropped</source>
        <translation>DICOM nach PNG, zugeschnitten</translation>
    </message>
    <message>
        <source>The middle of a chest radiograph as an 8-bit grey PNG at 300 pixels per inch.</source>
        <translation>Die Mitte eines Thoraxbildes als graues PNG mit 8 Bit und 300 Bildpunkten je Zoll.</translation>
    </message>
    <message>
        <source>DICOM to PNG</source>
        <translation>DICOM nach PNG</translation>
    </message>
    <message>
        <source>Every picture of a DICOM file as a PNG, with the window that the file asks for.</source>
        <translation>Jedes Bild einer DICOM-Datei als PNG, mit dem Fenster, das die Datei verlangt.</translation>
    </message>
    <message>
        <source>Photos, brightened</source>
        <translation>Fotos, aufgehellt</translation>
    </message>
    <message>
        <source>Any photo upright as a JPEG, its middle tones brightened.</source>
        <translation>Jedes Foto aufrecht als JPEG, die mittleren Töne aufgehellt.</translation>
    </message>
    <message>
        <source>Photos to JPEG</source>
        <translation>Fotos nach JPEG</translation>
    </message>
    <message>
        <source>Any photo upright as a JPEG that everything can show.</source>
        <translation>Jedes Foto aufrecht als JPEG, das alles zeigen kann.</translation>
    </message>
    <message>
        <source>Video through ffmpeg</source>
        <translation>Video mit ffmpeg</translation>
    </message>
    <message>
        <source>Theora and Vorbis in a Matroska file, by the ffmpeg command.</source>
        <translation>Theora und Vorbis in einer Matroska-Datei, mit dem Befehl ffmpeg.</translation>
    </message>
    <message>
        <source>WAV through flac</source>
        <translation>WAV mit flac</translation>
    </message>
    <message>
        <source>FLAC as small as it gets, by the flac command.</source>
        <translation>FLAC so klein wie möglich, mit dem Befehl flac.</translation>
    </message>
    <message>
        <source>Video to Theora in Matroska</source>
        <translation>Video nach Theora in Matroska</translation>
    </message>
    <message>
        <source>Any video as Theora and Vorbis in a Matroska file, without subtitles.</source>
        <translation>Jedes Video als Theora und Vorbis in einer Matroska-Datei, ohne Untertitel.</translation>
    </message>
    <message>
        <source>Video to Theora in Ogg</source>
        <translation>Video nach Theora in Ogg</translation>
    </message>
    <message>
        <source>Any video as Theora and Vorbis in an Ogg file, without subtitles.</source>
        <translation>Jedes Video als Theora und Vorbis in einer Ogg-Datei, ohne Untertitel.</translation>
    </message>
    <message>
        <source>Album to Apple Lossless</source>
        <translation>Album nach Apple Lossless</translation>
    </message>
    <message>
        <source>Tagged ALAC in M4A: every sample kept, for Apple’s players.</source>
        <translation>ALAC mit Tags in M4A: Jeder Abtastwert bleibt, für die Abspieler von Apple.</translation>
    </message>
    <message>
        <source>Album to FLAC, with ReplayGain</source>
        <translation>Album nach FLAC, mit ReplayGain</translation>
    </message>
    <message>
        <source>Tagged FLAC as small as it gets; loudness of tracks and record measured and kept as tags.</source>
        <translation>FLAC mit Tags, so klein wie möglich; Lautheit der Titel und der Platte wird gemessen und als Tags behalten.</translation>
    </message>
    <message>
        <source>Album to AAC</source>
        <translation>Album nach AAC</translation>
    </message>
    <message>
        <source>Tagged AAC at 192 kbit/s in M4A for Apple’s players.</source>
        <translation>AAC mit Tags und 192 kbit/s in M4A für die Abspieler von Apple.</translation>
    </message>
    <message>
        <source>Album to MP3</source>
        <translation>Album nach MP3</translation>
    </message>
    <message>
        <source>Tagged MP3 with varying bit rate (V2) for everything that plays music.</source>
        <translation>MP3 mit Tags und wechselnder Bitrate (V2) für alles, was Musik abspielt.</translation>
    </message>
    <message>
        <source>Album to Opus</source>
        <translation>Album nach Opus</translation>
    </message>
    <message>
        <source>Small tagged files for phones: 128 kbit/s, loudness of tracks and record kept as tags.</source>
        <translation>Kleine Dateien mit Tags für Telefone: 128 kbit/s, Lautheit der Titel und der Platte als Tags behalten.</translation>
    </message>
    <message>
        <source>JPEG through cjpeg</source>
        <translation>JPEG mit cjpeg</translation>
    </message>
    <message>
        <source>BMP and PPM pictures as JPEG, by the cjpeg command.</source>
        <translation>BMP- und PPM-Bilder als JPEG, mit dem Befehl cjpeg.</translation>
    </message>
    <message>
        <source>Gamma through ImageMagick</source>
        <translation>Gamma mit ImageMagick</translation>
    </message>
    <message>
        <source>Photos made brighter by the convert command.</source>
        <translation>Fotos, aufgehellt mit dem Befehl convert.</translation>
    </message>
    <message>
        <source>WebP through cwebp</source>
        <translation>WebP mit cwebp</translation>
    </message>
    <message>
        <source>Pictures as WebP, by the cwebp command.</source>
        <translation>Bilder als WebP, mit dem Befehl cwebp.</translation>
    </message>
    <message>
        <source>Plots through GrADS</source>
        <translation>Diagramme mit GrADS</translation>
    </message>
    <message>
        <source>Runs a GrADS script without a window; the pictures that it writes into its folder are kept.</source>
        <translation>Führt ein GrADS-Skript ohne Fenster aus; die Bilder, die es in seinen Ordner schreibt, werden behalten.</translation>
    </message>
    <message>
        <source>Count lines, words and characters</source>
        <translation>Zeilen, Wörter und Zeichen zählen</translation>
    </message>
    <message>
        <source>What wc says of each file, as a text file and as columns.</source>
        <translation>Was wc über jede Datei sagt, als Textdatei und als Spalten.</translation>
    </message>
    <message>
        <source>Small video files (AV1)</source>
        <translation>Kleine Videodateien (AV1)</translation>
    </message>
    <message>
        <source>AV1 and Opus in a Matroska file: the smallest files for the same picture, slow to make.</source>
        <translation>AV1 und Opus in einer Matroska-Datei: die kleinsten Dateien bei gleichem Bild, langsam zu machen.</translation>
    </message>
    <message>
        <source>Short animation (GIF)</source>
        <translation>Kurze Animation (GIF)</translation>
    </message>
    <message>
        <source>Up to 10 seconds as a GIF that repeats, 480 pixels wide, 12 pictures a second.</source>
        <translation>Bis zu 10 Sekunden als GIF, das sich wiederholt, 480 Bildpunkte breit, 12 Bilder je Sekunde.</translation>
    </message>
    <message>
        <source>Video for phones and televisions (MP4)</source>
        <translation>Video für Telefone und Fernseher (MP4)</translation>
    </message>
    <message>
        <source>H.264 and AAC in an MP4 file that plays everywhere and starts at once on the web.</source>
        <translation>H.264 und AAC in einer MP4-Datei, die überall spielt und im Web sofort beginnt.</translation>
    </message>
    <message>
        <source>Sound of a video (FLAC)</source>
        <translation>Ton eines Videos (FLAC)</translation>
    </message>
    <message>
        <source>Sound of a video (MP3)</source>
        <translation>Ton eines Videos (MP3)</translation>
    </message>
    <message>
        <source>The first sound track alone as an MP3 file that plays everywhere.</source>
        <translation>Nur die erste Tonspur als MP3-Datei, die überall spielt.</translation>
    </message>
    <message>
        <source>Sound of a video (Opus)</source>
        <translation>Ton eines Videos (Opus)</translation>
    </message>
    <message>
        <source>The first sound track alone as an Opus file.</source>
        <translation>Nur die erste Tonspur als Opus-Datei.</translation>
    </message>
    <message>
        <source>Video for web pages (WebM)</source>
        <translation>Video für Webseiten (WebM)</translation>
    </message>
    <message>
        <source>VP9 and Opus in a WebM file: free formats that every browser plays.</source>
        <translation>VP9 und Opus in einer WebM-Datei: freie Formate, die jeder Browser abspielt.</translation>
    </message>
    <message>
        <source>Plots of slices through GrADS</source>
        <translation>Diagramme von Schnitten mit GrADS</translation>
    </message>
    <message>
        <source>Runs a GrADS script once for each number of a range (--range 0-99); the script gets the number.</source>
        <translation>Führt ein GrADS-Skript für jede Zahl eines Bereichs einmal aus (--range 0-99); das Skript bekommt die Zahl.</translation>
    </message>
    <message>
        <source>Into Matroska without encoding</source>
        <translation>Nach Matroska ohne Kodieren</translation>
    </message>
    <message>
        <source>Pictures, sound and subtitles as they are, in a Matroska file: done at once, nothing is lost.</source>
        <translation>Bilder, Ton und Untertitel, wie sie sind, in einer Matroska-Datei: sofort fertig, nichts geht verloren.</translation>
    </message>
    <message>
        <source>Into MP4 without encoding</source>
        <translation>Nach MP4 ohne Kodieren</translation>
    </message>
    <message>
        <source>Pictures and sound as they are, in an MP4 file, where they fit into one.</source>
        <translation>Bilder und Ton, wie sie sind, in einer MP4-Datei, wo sie hineinpassen.</translation>
    </message>
    <message>
        <source>The first sound track alone as a FLAC file: 24 bits where the source has more than 16, else 16.</source>
        <translation>Nur die erste Tonspur als FLAC-Datei: 24 Bit, wo die Quelle mehr als 16 hat, sonst 16.</translation>
    </message>
    <message>
        <source>Short animation (WebP)</source>
        <translation>Kurze Animation (WebP)</translation>
    </message>
    <message>
        <source>Up to 10 seconds as an animated WebP that repeats, 480 pixels wide, 12 pictures a second.</source>
        <translation>Bis zu 10 Sekunden als animiertes WebP, das sich wiederholt, 480 Bildpunkte breit, 12 Bilder je Sekunde.</translation>
    </message>
    <message>
        <source>Album to WAV</source>
        <translation>Album zu WAV</translation>
    </message>
    <message>
        <source>Plain WAV with every sample, for burning and editing.</source>
        <translation>Reines WAV mit jedem Abtastwert, zum Brennen und Bearbeiten.</translation>
    </message>
</context>
</TS>
