//! Documents that Word and LibreOffice open: paragraphs, tables, portrait and landscape sections.
//!
//! A writer of our own, because a plan needs few of the format's parts: the libraries for it bring an XML tree, an
//! image decoder and a second ZIP writer into a download that is made for one button. Only what
//! ECMA-376 calls transitional WordprocessingML is used. The same content gives the same bytes: nothing in the file says
//! when it was written.

use crate::zip::zip;

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Bold letters.
    pub bold: bool,
    /// Italic letters.
    pub italic: bool,
    /// Where its lines stand.
    pub align: Align,
    /// Size of letters in half points; 0: the document's.
    pub size: u8,
    /// A heading of this depth, 1–3, for the document's outline; 0: none.
    pub heading: u8,
    /// Whether its first line is set in, as running text is.
    pub indent: bool,
    /// Whether a short line is drawn below it.
    pub ruled: bool,
    /// Whether it stays on one page with what follows.
    pub kept: bool,
}

/// Where lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
    /// At both edges.
    Both,
}

impl Align {
    const fn code(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Centre => "center",
            Self::Right => "right",
            Self::Both => "both",
        }
    }
}

/// Width of the text on an A4 page in twentieths of a point: portrait with 3 cm left and 2 cm right, landscape with 2 cm
/// on each side.
const PORTRAIT: u32 = 9_072;
const LANDSCAPE: u32 = 14_570;

/// A document being written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    body: String,
    wide: bool,
}

/// A cell of a table: its paragraphs.
pub type Cell = Vec<(String, Look)>;

impl Document {
    /// An empty document that begins in portrait.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A paragraph; line ends in the text begin new lines.
    pub fn paragraph(&mut self, text: &str, look: Look) {
        paragraph(&mut self.body, text, look);
    }

    /// A table of the page's width: shares of it for each column, rows of cells, lines around cells or none, and whether the
    /// first row is repeated on every page.
    pub fn table(&mut self, shares: &[u32], rows: &[Vec<Cell>], lines: bool, repeated: bool) {
        let width = if self.wide { LANDSCAPE } else { PORTRAIT };
        let whole = shares.iter().sum::<u32>().max(1);
        let widths: Vec<u32> = shares.iter().map(|share| width * share / whole).collect();
        let out = &mut self.body;
        out.push_str("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/>");
        if lines {
            out.push_str("<w:tblBorders>");
            for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                out.push_str(&format!(
                    "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
                ));
            }
            out.push_str("</w:tblBorders>");
        }
        out.push_str("<w:tblLayout w:type=\"fixed\"/>");
        if !lines {
            out.push_str(
                "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>",
            );
        }
        out.push_str("</w:tblPr><w:tblGrid>");
        for width in &widths {
            out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        out.push_str("</w:tblGrid>");
        for (place, row) in rows.iter().enumerate() {
            out.push_str("<w:tr><w:trPr><w:cantSplit/>");
            if repeated && place == 0 {
                out.push_str("<w:tblHeader/>");
            }
            out.push_str("</w:trPr>");
            for (cell, width) in row.iter().zip(&widths) {
                out.push_str(&format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
                ));
                for (text, look) in cell {
                    paragraph(out, text, *look);
                }
                if cell.is_empty() {
                    out.push_str("<w:p/>");
                }
                out.push_str("</w:tc>");
            }
            out.push_str("</w:tr>");
        }
        out.push_str("</w:tbl>");
        gap(out);
    }

    /// Goes on upon a new page in landscape.
    pub fn landscape(&mut self) {
        if !self.wide {
            let mut last = String::new();
            gap(&mut last);
            // As small as a paragraph can be, in the place of the one behind a table: a page that is full to its end must not
            // be followed by an empty one.
            if self.body.ends_with(&last) {
                self.body.truncate(self.body.len() - last.len());
            }
            self.body.push_str(
                "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>\
                 <w:rPr><w:sz w:val=\"2\"/></w:rPr>",
            );
            self.body.push_str(&section(false));
            self.body.push_str("</w:pPr></w:p>");
            self.wide = true;
        }
    }

    /// The file.
    #[must_use]
    pub fn finish(self, title: &str) -> Vec<u8> {
        let document = format!(
            "{XML}<w:document {SPACES}><w:body>{}{}</w:body></w:document>",
            self.body,
            section(self.wide)
        );
        let mut core = String::from(XML);
        core.push_str(CORE);
        escape(&mut core, title);
        core.push_str("</dc:title><dc:creator>SIPAS</dc:creator></cp:coreProperties>");
        zip(&[
            ("[Content_Types].xml", [XML, TYPES].concat().as_bytes()),
            ("_rels/.rels", [XML, RELATIONS].concat().as_bytes()),
            ("docProps/core.xml", core.as_bytes()),
            ("word/document.xml", document.as_bytes()),
            (
                "word/_rels/document.xml.rels",
                [XML, PARTS].concat().as_bytes(),
            ),
            ("word/styles.xml", styles().as_bytes()),
            ("word/header1.xml", header().as_bytes()),
        ])
    }
}

fn paragraph(out: &mut String, text: &str, look: Look) {
    out.push_str("<w:p><w:pPr>");
    if (1..=3).contains(&look.heading) {
        out.push_str(&format!("<w:pStyle w:val=\"Heading{}\"/>", look.heading));
    }
    if look.kept {
        out.push_str("<w:keepNext/>");
    }
    if look.indent {
        out.push_str("<w:ind w:firstLine=\"567\"/>");
    }
    out.push_str(&format!("<w:jc w:val=\"{}\"/></w:pPr>", look.align.code()));
    if !text.is_empty() {
        out.push_str("<w:r><w:rPr>");
        if look.bold {
            out.push_str("<w:b/><w:bCs/>");
        }
        if look.italic {
            out.push_str("<w:i/><w:iCs/>");
        }
        if look.size > 0 {
            out.push_str(&format!(
                "<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>",
                look.size
            ));
        }
        out.push_str("</w:rPr>");
        for (place, line) in text.lines().enumerate() {
            if place > 0 {
                out.push_str("<w:br/>");
            }
            out.push_str("<w:t xml:space=\"preserve\">");
            escape(out, line);
            out.push_str("</w:t>");
        }
        out.push_str("</w:r>");
    }
    out.push_str("</w:p>");
    if look.ruled {
        rule(out);
    }
}

/// Stands behind a table: two without a paragraph between them would become one.
fn gap(out: &mut String) {
    paragraph(
        out,
        "",
        Look {
            size: 8,
            ..Look::default()
        },
    );
}

/// A short line in the middle.
fn rule(out: &mut String) {
    out.push_str(
        "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>\
         <w:spacing w:before=\"0\" w:after=\"60\" w:line=\"40\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"1400\" w:right=\"1400\"/></w:pPr></w:p>",
    );
}

/// A section's page: A4, the margins of an administrative document, page numbers above all pages but the first.
fn section(wide: bool) -> String {
    let (width, height, left, right, turned) = if wide {
        (16_838, 11_906, 1_134, 1_134, " w:orient=\"landscape\"")
    } else {
        (11_906, 16_838, 1_701, 1_133, "")
    };
    let first = if wide { "" } else { "<w:titlePg/>" };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>\
         <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{turned}/>\
         <w:pgMar w:top=\"1134\" w:right=\"{right}\" w:bottom=\"1134\" w:left=\"{left}\" w:header=\"567\" w:footer=\"567\" \
         w:gutter=\"0\"/>{first}</w:sectPr>"
    )
}

/// Appends text as XML; characters XML cannot have are left out.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push(' '),
            '\0'..='\x1F' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => out.push(letter),
        }
    }
}

fn styles() -> String {
    let mut out = format!(
        "{XML}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\"/>\
         <w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:before=\"60\" w:after=\"60\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    );
    for depth in 1..=3 {
        out.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading{depth}\"><w:name w:val=\"heading {depth}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>\
             <w:outlineLvl w:val=\"{}\"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>",
            depth - 1
        ));
    }
    out.push_str("</w:styles>");
    out
}

/// The number of the page in the middle above the text.
fn header() -> String {
    format!(
        "{XML}<w:hdr {SPACES}><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
         </w:p></w:hdr>"
    )
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
     <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
     <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
     <Override PartName=\"/word/document.xml\" \
     ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
     <Override PartName=\"/word/styles.xml\" \
     ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
     <Override PartName=\"/word/header1.xml\" \
     ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\
     <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
     </Types>";

const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
     <Relationship Id=\"rId1\" \
     Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
     <Relationship Id=\"rId2\" \
     Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
     </Relationships>";

const PARTS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
     <Relationship Id=\"rId1\" \
     Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
     <Relationship Id=\"rId2\" \
     Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>\
     </Relationships>";

const CORE: &str = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
     xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>";
