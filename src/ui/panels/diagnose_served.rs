//! What servers sent for the check that is looked at: one row for each address.

use egui::Ui;

use crate::state::view::diagnose::ServedView;
use crate::text::Lang;
use crate::text::diagnose::served as words;
use crate::ui::tokens::{Tone, Type, size};
use crate::ui::tone::tone;
use crate::ui::widgets::card;
use crate::ui::widgets::table::{Column, Table, Width};

use super::page;

/// Draws the table.
pub fn ui(ui: &mut Ui, rows: &[ServedView], lang: Lang) {
    let column = |title, width| Column {
        title,
        width,
        numeric: false,
    };
    let mut columns = vec![
        column(words::column_address(lang), Width::Share(1.1)),
        column(words::column_certificate(lang), Width::Share(1.5)),
        column(words::column_until(lang), Width::Points(96.0)),
        column(words::column_version(lang), Width::Points(64.0)),
    ];
    let has_sent = !page::is_narrow(ui) || ui.available_width() > 700.0;
    if has_sent {
        columns.push(column(words::column_sent(lang), Width::Points(104.0)));
    }
    let table = Table {
        name: words::title(lang),
        columns: &columns,
        row_height: size::TABLE_ROW,
        clickable: false,
        padding: card::LIST_PADDING,
        ruled: true,
    };
    card::list(ui, words::title(lang), None, |ui| {
        table.head(ui);
        table.rows(ui, rows.len(), |row, index| {
            let Some(served) = rows.get(index) else {
                return;
            };
            let tokens = row.tokens();
            match tone(served.tone) {
                Tone::Neutral => row.text(&served.address, Type::Mono, tokens.text),
                tone => row.tone(tone, &served.address, tokens.text),
            }
            row.text(&served.certificate, Type::Small, tokens.text);
            row.text(&served.until, Type::Small, tokens.secondary);
            row.text(served.version, Type::Small, tokens.secondary);
            if has_sent {
                row.text(&served.sent, Type::Small, tokens.muted);
            }
        });
    });
}
