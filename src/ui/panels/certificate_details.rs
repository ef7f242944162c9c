//! The table of extensions, all fields by group, and the raw bytes.

use egui::{Align, Layout, ScrollArea, Ui};

use crate::state::Action;
use crate::state::view::certificate::{CertificateView, ExtensionView, LineView};
use crate::text::{Lang, window as words};
use crate::ui::desk::Desk;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::checkbox::checkbox_in;
use crate::ui::widgets::field_row::FieldRow;
use crate::ui::widgets::table::{Column, Table, Width};
use crate::ui::widgets::{card, text};

const LABEL: f32 = 200.0;
const INDENT: f32 = 16.0;
/// Bytes on one line of the raw view.
const LINE_BYTES: usize = 16;
/// Height of the raw view.
const RAW: f32 = 420.0;
/// Letters of a line that are drawn; the copy button gives all.
const DRAWN: usize = 2_000;

/// The extensions, one row each; a click unfolds what it says.
pub fn extensions(
    ui: &mut Ui,
    view: &CertificateView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    if view.extensions.is_empty() {
        return;
    }
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let draft = &mut desk.drafts.certificate;
        ui.horizontal(|ui| {
            ui.set_min_height(size::BUTTON_SMALL);
            let color = Tokens::of(ui).text;
            text::line(ui, words::extensions(lang), Type::Strong, color);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = words::show_oids(lang);
                checkbox_in(ui, &mut draft.is_showing_oids, label, Type::Small);
            });
        });
        let [name, critical, says] = words::extension_columns(lang);
        let column = |title, width| Column {
            title,
            width,
            numeric: false,
        };
        let columns = [
            column(name, Width::Share(1.0)),
            column(critical, Width::Points(72.0)),
            column(says, Width::Share(1.8)),
            column("", Width::Points(16.0)),
        ];
        let table = Table {
            name: words::extensions(lang),
            columns: &columns,
            row_height: 34.0,
            clickable: true,
            padding: 0.0,
            ruled: false,
        };
        table.head(ui);
        for (index, shown) in view.extensions.iter().enumerate() {
            ui.push_id(index, |ui| {
                let is_open = draft.unfolded.contains(&index);
                if row(ui, &table, shown, draft.is_showing_oids) {
                    if is_open {
                        draft.unfolded.remove(&index);
                    } else {
                        draft.unfolded.insert(index);
                    }
                }
                if is_open {
                    lines(ui, &shown.lines, outbox);
                    ui.add_space(space::S);
                }
            });
        }
    });
}

fn row(ui: &mut Ui, table: &Table<'_>, view: &ExtensionView, is_showing_oids: bool) -> bool {
    let pressed = table.rows(ui, 1, |cells, _| {
        let tokens = cells.tokens();
        let name = if is_showing_oids {
            &view.name_with_oid
        } else {
            &view.name
        };
        cells.text(name, Type::Body, tokens.text);
        cells.text(&view.critical, Type::Body, tokens.secondary);
        match view.tone {
            None => cells.text(&view.summary, Type::Body, tokens.text),
            Some(mark) => cells.verdict(tone(mark), &view.summary, tokens.secondary),
        }
        cells.chevron();
    });
    pressed.is_some()
}

/// All fields, then all extensions, every line with its copy button.
pub fn fields(ui: &mut Ui, view: &CertificateView, outbox: &mut Vec<Action>) {
    for (index, group) in view.groups.iter().enumerate() {
        ui.push_id(index, |ui| {
            card::titled(ui, &group.title, None, |ui| lines(ui, &group.lines, outbox));
        });
    }
    for (index, extension) in view.extensions.iter().enumerate() {
        ui.push_id(("extension", index), |ui| {
            card::titled(ui, &extension.name_with_oid, None, |ui| {
                lines(ui, &extension.lines, outbox);
            });
        });
    }
}

fn lines(ui: &mut Ui, lines: &[LineView], outbox: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, line) in lines.iter().enumerate() {
        let is_pressed = ui
            .push_id(index, |ui| {
                let indent = INDENT * f32::from(line.depth.min(6));
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.add_space(indent);
                    ui.vertical(|ui| one(ui, line, LABEL - indent)).inner
                })
                .inner
            })
            .inner;
        if is_pressed {
            outbox.push(Action::Copy(line.value.clone()));
        }
    }
}

fn one(ui: &mut Ui, line: &LineView, label_width: f32) -> bool {
    let row = FieldRow::new(&line.label, label_width);
    let kind = if line.is_mono { Type::Mono } else { Type::Body };
    if line.value.is_empty() {
        return row.text(ui, "", kind);
    }
    let cut = line.value.char_indices().nth(DRAWN).map(|(at, _)| at);
    let drawn = match cut {
        Some(at) => format!("{}…", line.value.get(..at).unwrap_or_default()),
        None => line.value.clone(),
    };
    row.copy(&line.copy).text(ui, &drawn, kind)
}

/// The certificate's bytes, drawn as far as in sight.
pub fn raw(ui: &mut Ui, view: &CertificateView, lang: Lang, outbox: &mut Vec<Action>) {
    let title = words::raw_title(lang, view.der.len());
    let copy = Button::quiet(words::copy_pem(lang)).small();
    let (is_copied, ()) = card::titled(ui, &title, Some(&copy), |ui| {
        let rows = view.der.len().div_ceil(LINE_BYTES);
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt("raw")
            .max_height(RAW)
            .auto_shrink([false, true])
            .show_rows(ui, 20.0, rows, |ui, range| {
                let color = Tokens::of(ui).text;
                for row in range {
                    let start = row * LINE_BYTES;
                    let end = (start + LINE_BYTES).min(view.der.len());
                    let bytes = view.der.get(start..end).unwrap_or_default();
                    text::line(ui, &hex_line(start, bytes), Type::Mono, color);
                }
            });
        ui.add_space(size::STROKE);
    });
    if is_copied {
        outbox.push(Action::Copy(view.pem.clone()));
    }
}

/// Offset, bytes in hex, and what of them is ASCII.
fn hex_line(start: usize, bytes: &[u8]) -> String {
    let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let letters: String = bytes
        .iter()
        .map(|byte| match byte {
            b' '..=b'~' => char::from(*byte),
            _ => '·',
        })
        .collect();
    format!("{start:06x}  {:<47}  {letters}", hex.join(" "))
}
