//! Tables of figures, written as HTML: a hundred units are drawn at once.

use super::figures;
use crate::text::Language;
use crate::text::results::sentences;
use crate::ui::html::Html;
use sipas_core::index::Figure;

/// A table being written.
#[derive(Debug)]
pub struct Table {
    html: Html,
    columns: usize,
    language: Language,
    visible: bool,
}

impl Table {
    /// A table with these columns, the first for the rows' names; `label` names it.
    pub fn new(label: &str, heads: &[&str], language: Language) -> Self {
        let mut html = Html::default();
        html.raw("<div class=scroll tabindex=0 role=region aria-label=\"");
        html.text(label).raw("\"><table><thead><tr>");
        for head in heads {
            html.raw("<th scope=col>").text(head).raw("</th>");
        }
        html.raw("</tr></thead><tbody>");
        Self {
            html,
            columns: heads.len(),
            language,
            visible: true,
        }
    }

    /// A table whose columns' heads are markup.
    pub fn with_heads(label: &str, columns: usize, heads: &str, language: Language) -> Self {
        let mut table = Self::new(label, &[], language);
        table.html = Html::default();
        let html = &mut table.html;
        html.raw("<div class=scroll tabindex=0 role=region aria-label=\"");
        html.text(label).raw("\"><table><thead><tr>");
        html.markup(heads).raw("</tr></thead><tbody>");
        table.columns = columns;
        table
    }

    /// Begins a row; what may not be published is not printed.
    pub fn row(&mut self, name: &str, visible: bool) -> &mut Self {
        self.visible = visible;
        self.html.raw("<tr><th scope=row>").text(name).raw("</th>");
        self
    }

    /// A cell of whatever `write` writes.
    pub fn cell(&mut self, write: impl FnOnce(&mut Html)) -> &mut Self {
        self.cell_if(true, write)
    }

    /// The same, not printed unless `visible` even in a row that is.
    pub fn cell_if(&mut self, visible: bool, write: impl FnOnce(&mut Html)) -> &mut Self {
        if self.visible && visible {
            self.html.raw("<td>");
            write(&mut self.html);
        } else {
            self.html.raw("<td data-hidden><span class=seen>");
            write(&mut self.html);
            self.html.raw("</span><span class=instead>");
            self.html
                .text(sentences(self.language).hidden)
                .raw("</span>");
        }
        self.html.raw("</td>");
        self
    }

    /// A cell of text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.cell(|html| {
            html.text(text);
        })
    }

    /// A figure with the button that explains it, and its interval in the next cell.
    pub fn figure(&mut self, name: &str, of: &str, figure: &Figure) -> &mut Self {
        let language = self.language;
        self.cell(|html| {
            figures::mark(html, name, figure, language);
            figures::how_button(html, name, of, language);
        });
        self.text(&figures::interval(figure, language.code()))
    }

    /// A count.
    pub fn count(&mut self, name: &str, count: u64) -> &mut Self {
        let language = self.language;
        self.cell(|html| figures::count(html, name, count, language))
    }

    /// Ends a row, with the explanation of its figure below it.
    pub fn end(&mut self, name: &str, figure: &Figure) {
        self.html.raw("</tr><tr class=how id=\"how-").text(name);
        self.html.raw("\"><td colspan=");
        self.html.number(self.columns).raw("><p>");
        let words = figures::explained(figure, self.language);
        self.html.text(&words).raw("</p></td></tr>");
    }

    /// Ends a row that needs no explanation.
    pub fn end_plain(&mut self) {
        self.html.raw("</tr>");
    }

    /// The table.
    pub fn finish(mut self) -> String {
        self.html.raw("</tbody></table></div>");
        self.html.finish()
    }
}
