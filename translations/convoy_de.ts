<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Music to FLAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lossless FLAC with tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 is smallest, 0 is fastest; the sound is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM to PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical pictures as PNG, with the window, crop and resolution that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns cut away on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows cut away at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the part that is kept; 0 keeps everything to the right edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the part that is kept; 0 keeps everything to the bottom edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels per inch noted in the file; 0 notes none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos and other pictures: upright, resized, cropped, gamma corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher is better and larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 1 brightens the middle tones, below 1 darkens them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command-line tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs one command per file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program and arguments; {input}, {output}, {stem} and {n} are filled in. No shell is involved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any video as Theora and Vorbis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theora quality: higher is better and larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorbis quality: higher is better and larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of the source to leave out at the start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convoy::BuiltInProfile</name>
    <message>
        <source>Album to FLAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ripped WAV tracks as tagged FLAC, as small as it gets, every sample kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM to PNG, cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle of a chest radiograph as an 8-bit grey PNG at 300 pixels per inch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM to PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture of a DICOM file as a PNG, with the window that the file asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos, brightened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any photo upright as a JPEG, its middle tones brightened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos to JPEG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any photo upright as a JPEG that everything can show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video through ffmpeg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theora and Vorbis in a Matroska file, by the ffmpeg command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAV through flac</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLAC as small as it gets, by the flac command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count lines, words and bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What wc says of each file, as a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video to Theora in Matroska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any video as Theora and Vorbis in a Matroska file, without subtitles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video to Theora in Ogg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any video as Theora and Vorbis in an Ogg file, without subtitles.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convoy::Format</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>convoy::Option</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is outside %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not one of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of texts is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such option</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
