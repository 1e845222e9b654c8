//! Aligned columns of text.

/// Cells in columns: the first and last to the left, the others to the right.
#[derive(Default)]
pub struct Grid(Vec<[String; 7]>);

impl Grid {
    /// Adds a row.
    pub fn push(&mut self, row: [String; 7]) {
        self.0.push(row);
    }

    /// The rows as lines, each column as wide as its widest cell.
    pub fn text(&self) -> String {
        let width = |column: usize| {
            let cells = self.0.iter().filter_map(|row| row.get(column));
            cells
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or_default()
        };
        let widths: [usize; 7] = core::array::from_fn(width);
        let mut out = String::new();
        for row in &self.0 {
            let mut line = String::new();
            for (position, (cell, width)) in row.iter().zip(widths).enumerate() {
                match position {
                    0 => line.push_str(&format!("{cell:<width$}")),
                    6 => line.push_str(&format!("  {cell}")),
                    _ => line.push_str(&format!("  {cell:>width$}")),
                }
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}
