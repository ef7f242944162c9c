//! The ASN.1 tree of a certificate, only the rows in sight drawn.

use egui::Ui;

use crate::state::view::certificate::{RawRow, RawView};
use crate::text::Lang;
use crate::text::x509::panel as words;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::table::{Column, Table, Width};
use crate::ui::widgets::table_row::Row;
use crate::ui::widgets::{card, text};

/// Height of the tree; its rows scroll in it.
const HEIGHT: f32 = 420.0;

/// Draws the tree.
pub fn ui(ui: &mut Ui, view: &RawView, lang: Lang) {
    if let Some(cut) = view.cut {
        text::paragraph(ui, cut, Type::Small, Tokens::of(ui).muted);
        ui.add_space(space::S);
    }
    let column = |title, width| Column {
        title,
        width,
        numeric: false,
    };
    let columns = [
        column(words::offset(lang), Width::Points(64.0)),
        column(words::length(lang), Width::Points(80.0)),
        column(words::tag(lang), Width::Share(1.0)),
        column(words::content(lang), Width::Share(1.4)),
    ];
    let table = Table {
        name: &view.name,
        columns: &columns,
        row_height: size::ROW_COMPACT,
        clickable: false,
        padding: space::L,
        ruled: true,
    };
    card::list(ui, words::tree(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        table.head(ui);
        ui.scope(|ui| {
            ui.set_max_height(HEIGHT);
            table.scrolled(ui, "tree", view.rows.len(), |cells, index| {
                if let Some(row) = view.rows.get(index) {
                    draw(cells, row);
                }
            });
        });
    });
}

fn draw(cells: &mut Row<'_>, row: &RawRow) {
    let tokens = cells.tokens();
    let tag = format!("{}{}", "\u{2003}".repeat(row.depth), row.tag);
    cells.text(&row.offset, Type::Mono, tokens.muted);
    cells.text(&row.sizes, Type::Mono, tokens.muted);
    cells.text(&tag, Type::Mono, tokens.text);
    cells.text(&row.value, Type::Mono, tokens.secondary);
}
