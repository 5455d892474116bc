<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>convoy::AlbumStep</name>
    <message numerus="yes">
        <source>%1: %n release(s) fit; “--release ID” says which one it is.</source>
        <translation>
            <numerusform>%1: %n release fits; “--release ID” says which one it is.</numerusform>
            <numerusform>%1: %n releases fit; “--release ID” says which one it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) fit no track of the album; they get only what holds for all of it.</source>
        <translation>
            <numerusform>%n file fits no track of the album; it gets only what holds for all of it.</numerusform>
            <numerusform>%n files fit no track of the album; they get only what holds for all of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::Audio</name>
    <message numerus="yes">
        <source>%n sample(s) differ; the first is number %1.</source>
        <translation>
            <numerusform>%n sample differs; it is number %1.</numerusform>
            <numerusform>%n samples differ; the first is number %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It starts %n sample(s) later than its source; what both have is the same.</source>
        <translation>
            <numerusform>It starts %n sample later than its source; what both have is the same.</numerusform>
            <numerusform>It starts %n samples later than its source; what both have is the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It starts %n sample(s) before its source; what both have is the same.</source>
        <translation>
            <numerusform>It starts %n sample before its source; what both have is the same.</numerusform>
            <numerusform>It starts %n samples before its source; what both have is the same.</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>%n finishing</source>
        <translation>
            <numerusform>%n finishing</numerusform>
            <numerusform>%n finishing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::BatchCheck</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::BatchController</name>
    <message numerus="yes">
        <source>%n file(s) added from the history.</source>
        <translation>
            <numerusform>%n file added from the history.</numerusform>
            <numerusform>%n files added from the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::BatchEnd</name>
    <message numerus="yes">
        <source>%1, %n cancelled</source>
        <comment>what else has ended</comment>
        <translation>
            <numerusform>%1, %n cancelled</numerusform>
            <numerusform>%1, %n cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::CountdownDialog</name>
    <message numerus="yes">
        <source>The computer is switched off in %n second(s).</source>
        <translation>
            <numerusform>The computer is switched off in %n second.</numerusform>
            <numerusform>The computer is switched off in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer is suspended in %n second(s).</source>
        <translation>
            <numerusform>The computer is suspended in %n second.</numerusform>
            <numerusform>The computer is suspended in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::CueSheet</name>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n track</numerusform>
            <numerusform>%n tracks</numerusform>
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
    <name>convoy::DicomDirectory</name>
    <message numerus="yes">
        <source>DICOMDIR, %n file(s)</source>
        <translation>
            <numerusform>DICOMDIR, %n file</numerusform>
            <numerusform>DICOMDIR, %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listed file(s) have no picture and were left out.</source>
        <translation>
            <numerusform>%n listed file has no picture and was left out.</numerusform>
            <numerusform>%n listed files have no picture and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::Engine</name>
    <message numerus="yes">
        <source>Stopped because %n file(s) failed.</source>
        <translation>
            <numerusform>Stopped because %n file failed.</numerusform>
            <numerusform>Stopped because %n files failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::Failure</name>
    <message numerus="yes">
        <source>%n of a kind that is not known</source>
        <translation>
            <numerusform>%n of a kind that is not known</numerusform>
            <numerusform>%n of a kind that is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged</source>
        <translation>
            <numerusform>%n damaged</numerusform>
            <numerusform>%n damaged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too large</source>
        <translation>
            <numerusform>%n too large</numerusform>
            <numerusform>%n too large</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an output that is there already</source>
        <translation>
            <numerusform>%n with an output that is there already</numerusform>
            <numerusform>%n with an output that is there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without space on the disk</source>
        <translation>
            <numerusform>%n without space on the disk</numerusform>
            <numerusform>%n without space on the disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be written</source>
        <translation>
            <numerusform>%n could not be written</numerusform>
            <numerusform>%n could not be written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with options that do not fit</source>
        <translation>
            <numerusform>%n with options that do not fit</numerusform>
            <numerusform>%n with options that do not fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without the tool that they need</source>
        <translation>
            <numerusform>%n without the tool that they need</numerusform>
            <numerusform>%n without the tool that they need</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n where the tool failed</source>
        <translation>
            <numerusform>%n where the tool failed</numerusform>
            <numerusform>%n where the tool failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n where the decoder crashed</source>
        <translation>
            <numerusform>%n where the decoder crashed</numerusform>
            <numerusform>%n where the decoder crashed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n took too long</source>
        <translation>
            <numerusform>%n took too long</numerusform>
            <numerusform>%n took too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needed too much memory</source>
        <translation>
            <numerusform>%n needed too much memory</numerusform>
            <numerusform>%n needed too much memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not right when read back</source>
        <translation>
            <numerusform>%n not right when read back</numerusform>
            <numerusform>%n not right when read back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for another reason</source>
        <translation>
            <numerusform>%n for another reason</numerusform>
            <numerusform>%n for another reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::HistoryDialog</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
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
    <name>convoy::ListDialog</name>
    <message numerus="yes">
        <source>%n job(s).</source>
        <translation>
            <numerusform>%n job.</numerusform>
            <numerusform>%n jobs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::ListIntake</name>
    <message numerus="yes">
        <source>%n file(s) added</source>
        <translation>
            <numerusform>%n file added</numerusform>
            <numerusform>%n files added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were in the list already.</source>
        <translation>
            <numerusform>%n file was in the list already.</numerusform>
            <numerusform>%n files were in the list already.</numerusform>
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
    <name>convoy::MainWindow</name>
    <message numerus="yes">
        <source>%n folder(s) watched</source>
        <translation>
            <numerusform>%n folder watched</numerusform>
            <numerusform>%n folders watched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::PlanDialog</name>
    <message numerus="yes">
        <source>%n file(s) with %1 will be converted.</source>
        <translation>
            <numerusform>%n file with %1 will be converted.</numerusform>
            <numerusform>%n files with %1 will be converted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will not be, and stand first.</source>
        <translation>
            <numerusform>%n file will not be, and stands first.</numerusform>
            <numerusform>%n files will not be, and stand first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more remark(s)</source>
        <translation>
            <numerusform>… and %n more remark</numerusform>
            <numerusform>… and %n more remarks</numerusform>
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
    <message numerus="yes">
        <source>moving %n file(s)</source>
        <translation>
            <numerusform>moving %n file</numerusform>
            <numerusform>moving %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::QueueGroups</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
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
    <name>convoy::ReleaseDialog</name>
    <message numerus="yes">
        <source>%n release(s) fit the disc in “%1”.</source>
        <translation>
            <numerusform>%n release fits the disc in “%1”.</numerusform>
            <numerusform>%n releases fit the disc in “%1”.</numerusform>
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
    <name>convoy::Report</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::SubtitleScript</name>
    <message numerus="yes">
        <source>This video has only %n track(s) of subtitles.</source>
        <translation>
            <numerusform>This video has only %n track of subtitles.</numerusform>
            <numerusform>This video has only %n tracks of subtitles.</numerusform>
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
    <name>convoy::TrackDialog</name>
    <message numerus="yes">
        <source>%n track(s) are not in that file; they got what holds for all of it.</source>
        <translation>
            <numerusform>%n track is not in that file; it got what holds for all of it.</numerusform>
            <numerusform>%n tracks are not in that file; they got what holds for all of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) are not named like that.</source>
        <translation>
            <numerusform>%n path is not named like that.</numerusform>
            <numerusform>%n paths are not named like that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n release(s) fit.</source>
        <translation>
            <numerusform>%n release fits.</numerusform>
            <numerusform>%n releases fit.</numerusform>
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
    <message numerus="yes">
        <source>%n track(s) of subtitles do not fit into such a file and were left out.</source>
        <translation>
            <numerusform>%n track of subtitles does not fit into such a file and was left out.</numerusform>
            <numerusform>%n tracks of subtitles do not fit into such a file and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convoy::VerifyCommand</name>
    <message numerus="yes">
        <source>%n other(s) have the same</source>
        <translation>
            <numerusform>%n other has the same</numerusform>
            <numerusform>%n others have the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n track(s) were compared</source>
        <translation>
            <numerusform>%n track was compared</numerusform>
            <numerusform>%n tracks were compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n are not, or not known to be, what their sources are.</source>
        <translation>
            <numerusform>%1: %n is not, or not known to be, what its source is.</numerusform>
            <numerusform>%1: %n are not, or not known to be, what their sources are.</numerusform>
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
    <name>convoy::WindowMessages</name>
    <message numerus="yes">
        <source> And %n more folder(s).</source>
        <translation>
            <numerusform> And %n more folder.</numerusform>
            <numerusform> And %n more folders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of a kind that nothing here converts are left out.</source>
        <translation>
            <numerusform>%n file of a kind that nothing here converts is left out.</numerusform>
            <numerusform>%n files of a kind that nothing here converts are left out.</numerusform>
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
    <message numerus="yes">
        <source>The worker gave no answer for %n second(s).</source>
        <translation>
            <numerusform>The worker gave no answer for %n second.</numerusform>
            <numerusform>The worker gave no answer for %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
