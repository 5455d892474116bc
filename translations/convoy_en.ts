<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>convoy::BatchBar</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not started</source>
        <translation>
            <numerusform>%n not started</numerusform>
            <numerusform>%n not started</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::BatchController</name>
    <message numerus="yes">
        <source>%n file(s) were in the list already.</source>
        <translation>
            <numerusform>%n file was in the list already.</numerusform>
            <numerusform>%n files were in the list already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added</source>
        <translation>
            <numerusform>%n file added</numerusform>
            <numerusform>%n files added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list already</source>
        <translation>
            <numerusform>%n in the list already</numerusform>
            <numerusform>%n in the list already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n file added.</numerusform>
            <numerusform>%n files added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::DetailsPane</name>
    <message numerus="yes">
        <source>%n file(s) are selected. Select one to read about it.</source>
        <translation>
            <numerusform>%n file is selected. Select one to read about it.</numerusform>
            <numerusform>%n files are selected. Select one to read about it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::DicomConverter</name>
    <message numerus="yes">
        <source>%1×%2 %3 bit, %n frame(s)</source>
        <translation>
            <numerusform>%1×%2 %3 bit, %n frame</numerusform>
            <numerusform>%1×%2 %3 bit, %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::ImageConverter</name>
    <message numerus="yes">
        <source>Only the first of %n frames was converted.</source>
        <translation>
            <numerusform>Only the first of %n frame was converted.</numerusform>
            <numerusform>Only the first of %n frames was converted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::PreviewPane</name>
    <message numerus="yes">
        <source>%n file(s) are selected. Select one to look at it.</source>
        <translation>
            <numerusform>%n file is selected. Select one to look at it.</numerusform>
            <numerusform>%n files are selected. Select one to look at it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::QueueEditor</name>
    <message numerus="yes">
        <source>adding %n file(s)</source>
        <translation>
            <numerusform>adding %n file</numerusform>
            <numerusform>adding %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing %n file(s)</source>
        <translation>
            <numerusform>removing %n file</numerusform>
            <numerusform>removing %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::QueueRow</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::RemainingTime</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>less than %n minute(s) left</source>
        <translation>
            <numerusform>less than %n minute left</numerusform>
            <numerusform>less than %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::Timeline</name>
    <message numerus="yes">
        <source>%n job(s) so far</source>
        <translation>
            <numerusform>%n job so far</numerusform>
            <numerusform>%n jobs so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::Transcoder</name>
    <message numerus="yes">
        <source>%n sound track(s) cannot be read and were left out.</source>
        <translation>
            <numerusform>%n sound track cannot be read and were left out.</numerusform>
            <numerusform>%n sound tracks cannot be read and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::VideoProbe</name>
    <message numerus="yes">
        <source>%n sound track(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n sound track cannot be read and will be left out.</numerusform>
            <numerusform>%n sound tracks cannot be read and will be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::Worker</name>
    <message numerus="yes">
        <source>Not finished after %n second(s).</source>
        <translation>
            <numerusform>Not finished after %n second.</numerusform>
            <numerusform>Not finished after %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No progress for %n second(s).</source>
        <translation>
            <numerusform>No progress for %n second.</numerusform>
            <numerusform>No progress for %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
