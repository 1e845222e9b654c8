//! A QR code as a picture: dark on light whatever the page's colours.

use crate::ui::html::Html;
use sipas_formats::qr::Qr;

/// Writes a code; `label` says what it is to those who cannot see it.
pub fn write(html: &mut Html, code: &Qr, label: &str) {
    let side = code.side();
    html.raw("<svg class=qr role=img shape-rendering=crispEdges data-version=")
        .number(usize::from(code.version))
        .raw(" viewBox=\"0 0 ")
        .number(side)
        .raw(" ")
        .number(side)
        .raw("\" aria-label=\"")
        .text(label)
        .raw("\"><path fill=#fff d=\"M0 0h")
        .number(side)
        .raw("v")
        .number(side)
        .raw("H0z\"/><path d=\"")
        .text(&code.path())
        .raw("\"/></svg>");
}
