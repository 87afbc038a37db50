"""The pieces of a flat OpenDocument text, which LibreOffice makes into all files."""

NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>{}</text:note-citation>'
    '<text:note-body><text:p text:style-name="Footnote">{}</text:p></text:note-body>'
    "</text:note>"
)
# Between byline and first paragraph: what a reader of the text does not see in it.
EXTRA = (
    '<text:p text:style-name="Text_20_body"><draw:frame text:anchor-type="as-char"'
    ' svg:width="1cm" svg:height="1cm"><draw:image><office:binary-data>{dot}'
    "</office:binary-data></draw:image></draw:frame>"
    '<text:change text:change-id="c1"/>'
    "<office:annotation><dc:creator>Ann Lee</dc:creator>"
    "<dc:date>2020-05-03T10:00:00</dc:date><text:p>Who took this?</text:p>"
    '</office:annotation><text:span text:style-name="Hidden">Not for print.'
    "</text:span></text:p>"
)
CHANGES = (
    '<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1">'
    "<text:deletion><office:change-info><dc:creator>Ann Lee</dc:creator>"
    "<dc:date>2020-05-03T10:00:00</dc:date></office:change-info>"
    "<text:p>These words were deleted.</text:p></text:deletion></text:changed-region>"
    "</text:tracked-changes>"
)
COLUMN_STYLE = '<style:columns fo:column-count="2" fo:column-gap="0.6cm"/>'
TEMPLATE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<office:meta><dc:title>{title}</dc:title>
<meta:initial-creator>{byline}</meta:initial-creator><dc:creator>{byline}</dc:creator>
<dc:date>2020-05-03T10:00:00</dc:date><dc:language>{language}-{country}</dc:language>
</office:meta>
<office:styles>
<style:default-style style:family="paragraph">
<style:paragraph-properties style:writing-mode="{writing}"/>
<style:text-properties fo:language="{language}" fo:country="{country}"
 style:language-asian="{language}" style:country-asian="{country}"
 style:language-complex="{language}" style:country-complex="{country}"
 style:font-name="S" style:font-name-asian="A" style:font-name-complex="C"
 fo:hyphenate="true"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph"
 style:parent-style-name="Standard"><style:text-properties fo:font-size="22pt"
 style:font-size-asian="22pt" style:font-size-complex="22pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1"
 style:family="paragraph" style:parent-style-name="Standard"
 style:default-outline-level="1"><style:paragraph-properties
 fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="15pt" fo:font-weight="bold"
 style:font-size-asian="15pt" style:font-size-complex="15pt"/></style:style>
<style:style style:name="Text_20_body" style:display-name="Text body"
 style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="0.25cm" fo:text-align="{align}"/>
</style:style>
<style:style style:name="Quotations" style:family="paragraph"
 style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="1cm"
 fo:margin-right="1cm" fo:margin-bottom="0.25cm"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"
 style:parent-style-name="Standard"><style:text-properties fo:font-size="9pt"
 style:font-size-asian="9pt" style:font-size-complex="9pt"/></style:style>
<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1"
 style:num-format="1" style:num-suffix="."><style:list-level-properties
 text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab"
 fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties>
</text:list-level-style-number></text:list-style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1"
 text:bullet-char="•"><style:list-level-properties
 text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab"
 fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties>
</text:list-level-style-bullet></text:list-style>
</office:styles>
<office:font-face-decls><style:font-face style:name="S"
 svg:font-family="Noto Serif"/><style:font-face style:name="A"
 svg:font-family="Noto Sans CJK KR"/><style:font-face style:name="C"
 svg:font-family="Noto Naskh Arabic"/></office:font-face-decls>
<office:automatic-styles>
<style:style style:name="Hidden" style:family="text"><style:text-properties
 text:display="none"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties
 fo:page-width="14.8cm" fo:page-height="21cm" fo:margin="2cm"
 style:writing-mode="{writing}">{columns}</style:page-layout-properties>
<style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard"
 style:page-layout-name="L"><style:header><text:p>{head}</text:p></style:header>
<style:footer><text:p>{number}</text:p></style:footer></style:master-page>
</office:master-styles>
<office:body><office:text>{changes}
{body}
</office:text></office:body></office:document>
"""
