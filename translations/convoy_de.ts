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
        <source>“convoy-cli COMMAND --help” shows the options of a command; “convoy-cli --version” the version.</source>
        <translation>„convoy-cli BEFEHL --help“ zeigt die Optionen eines Befehls, „convoy-cli --version“ die Version.</translation>
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
        <source>where outputs go; made if missing (default: beside each source)</source>
        <translation>wohin die Ergebnisse kommen; wird angelegt (sonst: neben jede Quelle)</translation>
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
        <source>paths in that list end in a null byte, not a new line</source>
        <translation>Pfade in dieser Liste enden mit einem Nullbyte, nicht mit einem Zeilenende</translation>
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
        <source>writes a report at the end (.json or .html)</source>
        <translation>schreibt am Ende einen Bericht (.json oder .html)</translation>
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
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
        <source>Who plays. Empty keeps what the source says.</source>
        <translation>Wer spielt. Leer behält, was die Quelle sagt.</translation>
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
        <source>…</source>
        <comment>browse for a folder</comment>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose the output folder</source>
        <translation>Ausgabeordner wählen</translation>
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
</context>
<context>
    <name>convoy::BatchController</name>
    <message>
        <source>Nothing was dropped that Convoy could open: files and folders of this computer only.</source>
        <translation>Es wurde nichts abgelegt, was Convoy öffnen könnte: nur Dateien und Ordner dieses Rechners.</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>Die Dateien werden angesehen …</translation>
    </message>
    <message>
        <source>There is no file in what was dropped.</source>
        <translation>In dem Abgelegten ist keine Datei.</translation>
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
        <source>%n file(s) added</source>
        <translation>
            <numerusform>%n Datei hinzugefügt</numerusform>
            <numerusform>%n Dateien hinzugefügt</numerusform>
        </translation>
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
</context>
<context>
    <name>convoy::ChunkEncoder</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
    <name>convoy::Console</name>
    <message>
        <source>“%1” shows what can be given.</source>
        <translation>„%1“ zeigt, was angegeben werden kann.</translation>
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
</context>
<context>
    <name>convoy::ConvertersCommand</name>
    <message>
        <source>“converters” takes no paths.</source>
        <translation>„converters“ nimmt keine Pfade.</translation>
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
        <source>%1 s</source>
        <translation>%1 s</translation>
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
        <source>Pictures with such pixels cannot be read.</source>
        <translation>Bilder mit solchen Bildpunkten können nicht gelesen werden.</translation>
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
        <source>DICOM to PNG</source>
        <translation>DICOM nach PNG</translation>
    </message>
    <message>
        <source>Medical pictures as PNG, with the window, crop and resolution that you choose.</source>
        <translation>Medizinische Bilder als PNG, mit Fenster, Zuschnitt und Auflösung nach Wahl.</translation>
    </message>
</context>
<context>
    <name>convoy::DicomJob</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
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
    <name>convoy::DicomPreview</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>convoy::EmptyState</name>
    <message>
        <source>Drop videos, photos, DICOM or music here</source>
        <translation>Videos, Fotos, DICOM oder Musik hier ablegen</translation>
    </message>
    <message>
        <source>Files and whole folders; each kind gets its own profile. Then press Convert.</source>
        <translation>Dateien und ganze Ordner; jede Art bekommt ihr eigenes Profil. Dann Umwandeln drücken.</translation>
    </message>
    <message>
        <source>Add a folder that you used lately:</source>
        <translation>Einen kürzlich benutzten Ordner hinzufügen:</translation>
    </message>
    <message>
        <source>Add folder %1</source>
        <translation>Ordner %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>convoy::Engine</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
    <name>convoy::FrameMaker</name>
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
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
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
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
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
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>This picture is too large: %1×%2 pixels.</source>
        <translation>Dieses Bild ist zu groß: %1×%2 Bildpunkte.</translation>
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
        <source>JPEG, WebP, AVIF and JPEG XL: higher is better and larger.</source>
        <translation>JPEG, WebP, AVIF und JPEG XL: höher ist besser und größer.</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Größte Datei</translation>
    </message>
    <message>
        <source>JPEG: lowers the quality until the file is not larger than this. 0 sets no limit.</source>
        <translation>JPEG: Senkt die Qualität, bis die Datei nicht größer ist als dies. 0 setzt keine Grenze.</translation>
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
        <source>PNG, WebP and JPEG XL: time spent on a smaller file; the picture is the same.</source>
        <translation>PNG, WebP und JPEG XL: Zeit, die für eine kleinere Datei verwendet wird; das Bild ist dasselbe.</translation>
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
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
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
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The converter lost count of its outputs.</source>
        <translation>Der Umwandler hat sich bei seinen Ergebnissen verzählt.</translation>
    </message>
    <message>
        <source>The converter wrote nothing.</source>
        <translation>Der Umwandler hat nichts geschrieben.</translation>
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
</context>
<context>
    <name>convoy::Jpeg2000</name>
    <message>
        <source>The JPEG 2000 picture is damaged.</source>
        <translation>Das JPEG-2000-Bild ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>convoy::MainWindow</name>
    <message>
        <source>Convoy</source>
        <translation>Convoy</translation>
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
        <translation>Einen Ordner wählen; alles darin kommt hinzu</translation>
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
        <translation>Fertige ausräumen</translation>
    </message>
    <message>
        <source>Take everything off the list that has ended well</source>
        <translation>Alles aus der Liste nehmen, was gut ausgegangen ist</translation>
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
        <translation>Alles dort anhalten, wo es steht</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from where it stood</source>
        <translation>Dort weitermachen, wo es stand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop all work; nothing half done is left behind</source>
        <translation>Alle Arbeit beenden; nichts Halbes bleibt zurück</translation>
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
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
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
        <source>Show the timeline</source>
        <translation>Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>Who works when</source>
        <translation>Wer wann arbeitet</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>Seitenleiste zeigen</translation>
    </message>
    <message>
        <source>Preview, options and details</source>
        <translation>Vorschau, Optionen und Einzelheiten</translation>
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
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Every key</source>
        <translation>Alle Tasten</translation>
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
        <source>Add a folder</source>
        <translation>Einen Ordner hinzufügen</translation>
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
        <source>%1 done, %2 failed, %3 skipped</source>
        <translation>%1 fertig, %2 gescheitert, %3 übersprungen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show failed</source>
        <translation>Gescheiterte zeigen</translation>
    </message>
    <message>
        <source>Converted, with failures</source>
        <translation>Umgewandelt, manches ist gescheitert</translation>
    </message>
    <message>
        <source>Everything is converted</source>
        <translation>Alles ist umgewandelt</translation>
    </message>
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
    <message>
        <source>Ended after %1: %2.</source>
        <comment>duration, counts</comment>
        <translation>Zu Ende nach %1: %2.</translation>
    </message>
    <message>
        <source>The list went from %1 to %2.</source>
        <translation>Die Liste ging von %1 auf %2.</translation>
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
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
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
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
</context>
<context>
    <name>convoy::Option</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
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
</context>
<context>
    <name>convoy::PathList</name>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
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
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
        <source>At the same time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
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
        <source>Crop all alike</source>
        <translation>Alle gleich zuschneiden</translation>
    </message>
    <message>
        <source>Gives every waiting file with this profile the same crop</source>
        <translation>Gibt jeder wartenden Datei mit diesem Profil denselben Zuschnitt</translation>
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
</context>
<context>
    <name>convoy::Profile</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
        <source>an object is needed</source>
        <translation>ein Objekt wird gebraucht</translation>
    </message>
    <message>
        <source>there is no such key</source>
        <translation>es gibt keinen solchen Schlüssel</translation>
    </message>
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
        <source>version 1 is needed</source>
        <translation>Version 1 wird gebraucht</translation>
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
    <message>
        <source>The profile “%1” cannot be read.</source>
        <translation>Das Profil „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>a whole number is needed</source>
        <translation>eine ganze Zahl wird gebraucht</translation>
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
        <source>Bring the deleted profile back</source>
        <translation>Gelöschtes Profil zurückholen</translation>
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
        <source>The profile “%1” is deleted. The menu can bring it back.</source>
        <translation>Das Profil „%1“ ist gelöscht. Das Menü kann es zurückholen.</translation>
    </message>
    <message>
        <source>The profile “%1” is back.</source>
        <translation>Das Profil „%1“ ist wieder da.</translation>
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
        <source>changing the crop</source>
        <translation>Zuschnitt ändern</translation>
    </message>
    <message>
        <source>resetting the options</source>
        <translation>Optionen zurücksetzen</translation>
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
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>convoy::QueueRow</name>
    <message>
        <source>done, %1 → %2</source>
        <translation>fertig, %1 → %2</translation>
    </message>
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
</context>
<context>
    <name>convoy::QueueView</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
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
        <source>The report “%1” must end in .json or .html.</source>
        <translation>Der Bericht „%1“ muss auf .json oder .html enden.</translation>
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
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
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
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The tool was stopped after %1 s.</source>
        <translation>Das Werkzeug wurde nach %1 s angehalten.</translation>
    </message>
</context>
<context>
    <name>convoy::ToolInfo</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>The program and its arguments, one an element. {input}, {output}, {stem}, {n}, {n:03}, {name}, {ext}, {parent}, {folder}, {output_folder} and {threads} are filled in, each within one argument; {{ and }} are braces. No shell is involved.</source>
        <translation>Das Programm und seine Argumente, eines je Element. {input}, {output}, {stem}, {n}, {n:03}, {name}, {ext}, {parent}, {folder}, {output_folder} und {threads} werden eingesetzt, jedes innerhalb eines Arguments; {{ und }} sind Klammern. Keine Shell ist beteiligt.</translation>
    </message>
    <message>
        <source>Debian package</source>
        <translation>Debian-Paket</translation>
    </message>
    <message>
        <source>The package that brings the program, for the message when it is missing.</source>
        <translation>Das Paket, das das Programm enthält, für die Meldung, wenn es fehlt.</translation>
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
        <source>Which of the files that the program leaves in its folder are outputs, such as page-*.png. Empty: all of them.</source>
        <translation>Welche der Dateien, die das Programm in seinem Ordner hinterlässt, Ergebnisse sind, etwa page-*.png. Leer: alle.</translation>
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
        <source>Runs one command per file.</source>
        <translation>Führt einen Befehl je Datei aus.</translation>
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
        <translation>Ergebnis</translation>
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
</context>
<context>
    <name>convoy::Transcoder</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
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
        <source>Theora quality: higher is better and larger.</source>
        <translation>Theora-Qualität: höher ist besser und größer.</translation>
    </message>
    <message>
        <source>Sound quality</source>
        <translation>Tonqualität</translation>
    </message>
    <message>
        <source>Vorbis quality: higher is better and larger.</source>
        <translation>Vorbis-Qualität: höher ist besser und größer.</translation>
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
        <source>Any video as Theora and Vorbis, upright and in sync.</source>
        <translation>Jedes Video als Theora und Vorbis, aufrecht und synchron.</translation>
    </message>
</context>
<context>
    <name>convoy::VideoJob</name>
    <message>
        <source>“%1” is not a kind of video that can be written.</source>
        <translation>„%1“ ist keine Art Video, die geschrieben werden kann.</translation>
    </message>
    <message>
        <source>The part to convert ends before it starts.</source>
        <translation>Der Teil zum Umwandeln endet, bevor er beginnt.</translation>
    </message>
</context>
<context>
    <name>convoy::VideoPreview</name>
    <message>
        <source>No picture of this video could be decoded.</source>
        <translation>Kein Bild dieses Videos ließ sich dekodieren.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
        <source>Count lines, words and bytes</source>
        <translation>Zeilen, Wörter und Bytes zählen</translation>
    </message>
    <message>
        <source>What wc says of each file, as a text file.</source>
        <translation>Was wc über jede Datei sagt, als Textdatei.</translation>
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
</context>
</TS>
