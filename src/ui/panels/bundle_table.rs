//! Many certificates: problems folded above, then a filter and one row each, drawn as far as in sight.

use egui::{ScrollArea, Ui};

use crate::state::view::bundle::{BundleView, CollectionView};
use crate::state::{Action, Model};
use crate::text::{Lang, window as words};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::table::{Column, Table, Width};
use crate::ui::widgets::text_input::{Name, TextInput};
use crate::ui::widgets::{card, disclosure, text};

use super::{bundle_findings, page};

/// From this many rows on they are drawn close together.
const COMPACT_FROM: usize = 200;
/// Height that unfolded findings take at most.
const FINDINGS: f32 = 320.0;

/// Draws filter and table in the height there is.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &BundleView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let Some(table) = &view.collection else {
        return;
    };
    findings(ui, model, view, lang, outbox);
    let rows = matching(table, model.revision, desk);
    let is_changed = filter(ui, table, rows.len(), lang, desk);
    ui.add_space(page::gap(ui));
    card::bare(ui, |ui| {
        if let Some(index) = draw(ui, table, &rows)
            && let Some(row) = rows.get(index).and_then(|index| table.rows.get(*index))
        {
            outbox.push(Action::ShowCertificate(row.id));
        }
    });
    desk.matching = (!is_changed).then_some((model.revision, rows));
}

fn findings(ui: &mut Ui, model: &Model, view: &BundleView, lang: Lang, outbox: &mut Vec<Action>) {
    if view.findings.is_empty() {
        return;
    }
    let id = ui.scope_id().with("collection findings");
    let is_open = disclosure::is_open(ui, id);
    let response = ui.add(disclosure::button(words::problems(lang), is_open));
    disclosure::toggle(ui, id, &response);
    ui.add_space(space::S);
    if !is_open {
        return;
    }
    ScrollArea::vertical()
        .id_salt("findings")
        .max_height(FINDINGS)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = page::gap(ui);
            bundle_findings::ui(ui, model, &view.findings, lang, outbox);
        });
    ui.add_space(page::gap(ui));
}

/// The filter; true when it changed.
fn filter(ui: &mut Ui, table: &CollectionView, shown: usize, lang: Lang, desk: &mut Desk) -> bool {
    let draft = &mut desk.drafts.collection_filter;
    let mut is_changed = false;
    ui.horizontal(|ui| {
        let name = Name::Spoken(words::filter(lang));
        let response = TextInput::new("filter", draft, name)
            .hint(words::filter_hint(lang))
            .width(280.0)
            .show(ui);
        is_changed |= response.changed();
        desk.regions.push(response.id);
        if !draft.is_empty() {
            let count = words::of_total(lang, shown as u64, table.rows.len() as u64);
            ui.add_space(space::S);
            text::line(ui, &count, Type::Small, Tokens::of(ui).muted);
            let clear = Button::quiet(words::clear(lang)).icon(Icon::X);
            if ui.add(clear).clicked() {
                draft.clear();
                is_changed = true;
            }
        }
    });
    is_changed
}

/// The rows that fit the filter; found anew only when filter or story changed.
fn matching(table: &CollectionView, revision: u64, desk: &mut Desk) -> Vec<usize> {
    match desk.matching.take() {
        Some((of, rows)) if of == revision => rows,
        _ => table.matching(&desk.drafts.collection_filter),
    }
}

fn draw(ui: &mut Ui, table: &CollectionView, rows: &[usize]) -> Option<usize> {
    let [title, issuer, expires, left, file] = table.columns;
    let column = |title, width| Column {
        title,
        width,
        numeric: false,
    };
    let columns = [
        column(title, Width::Share(1.2)),
        column(issuer, Width::Share(1.0)),
        column(expires, Width::Points(96.0)),
        column(left, Width::Points(130.0)),
        column(file, Width::Share(1.0)),
    ];
    let is_wide = !page::is_narrow(ui);
    let shown = Table {
        name: &table.name,
        columns: columns
            .get(..if is_wide { 5 } else { 4 })
            .unwrap_or(&columns),
        row_height: if table.rows.len() >= COMPACT_FROM {
            size::ROW_COMPACT
        } else {
            size::TABLE_ROW
        },
        clickable: true,
        padding: space::L,
        ruled: false,
    };
    shown.head(ui);
    shown.scrolled(ui, "collection", rows.len(), |cells, index| {
        let Some(row) = rows.get(index).and_then(|index| table.rows.get(*index)) else {
            return;
        };
        let tokens = cells.tokens();
        cells.verdict(tone(row.tone), &row.title, tokens.text);
        cells.text(&row.issuer, Type::Body, tokens.secondary);
        cells.text(&row.expires, Type::Body, tokens.text);
        cells.text(&row.left, Type::Body, tokens.secondary);
        if is_wide {
            cells.text(&row.file, Type::Mono, tokens.muted);
        }
    })
}
