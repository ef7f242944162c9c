//! The bindings: filter, listing, and a table whose rows are marked, many at once.

use egui::{Align, Layout, Ui, vec2};

use crate::core::iis::plan::BindingAt;
use crate::state::drafts::iis::{Listing, Tab};
use crate::state::iis::IisAction;
use crate::state::view::iis::{IisView, RowsView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::iis::window as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::mark_table::{MARK_COLUMN, MarkTable, Marked, RowMark, Touched};
use crate::ui::widgets::segmented::{self, segmented};
use crate::ui::widgets::table::{Column, Table, Width};
use crate::ui::widgets::table_row::Row;
use crate::ui::widgets::text_input::{Name, TextInput};
use crate::ui::widgets::{card, text};

use super::iis::push;
use super::page;

/// From this many rows on they are drawn close together.
const COMPACT_FROM: usize = 200;
/// Below the table: how many are marked, and the history.
const FOOT: f32 = 44.0;
const LISTINGS: [Listing; 3] = [Listing::All, Listing::ProblemsFirst, Listing::Problems];

/// What the table needs beside the model.
#[derive(Default)]
pub struct TableDesk {
    /// Rows that fit the filter, for one scan.
    matching: Option<(u64, Vec<u32>)>,
    /// How many of them are marked, for one revision of the model and this many rows.
    marked: Option<(u64, usize, Marked)>,
    /// The row that the keyboard is at.
    cursor: usize,
}

/// Draws everything in the height there is.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &IisView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let rows = &view.scan.rows;
    if controls(ui, rows, lang, desk) {
        desk.iis.matching = None;
        desk.iis.marked = None;
    }
    ui.add_space(page::gap(ui));
    let shown = matching(view, desk);
    let marked = marked(model, rows, &shown, desk);
    let height = ui.available_height() - FOOT;
    let touched = ui.allocate_ui(vec2(ui.available_width(), height.max(120.0)), |ui| {
        card::bare(ui, |ui| {
            if shown.is_empty() {
                nothing(ui, lang);
                return None;
            }
            draw(ui, model, rows, &shown, marked, lang, desk)
        })
        .inner
    });
    foot(ui, view, lang, outbox);
    if let Some(touched) = touched.inner {
        act(model, rows, &shown, touched, marked, desk, outbox);
    }
    desk.iis.matching = desk
        .iis
        .matching
        .take()
        .or(Some((view.scan.revision, shown)));
}

/// Filter and listing; true when one changed.
fn controls(ui: &mut Ui, rows: &RowsView, lang: Lang, desk: &mut Desk) -> bool {
    let (all, only) = (
        words::all(lang, rows.rows.len()),
        words::only(lang, rows.problems),
    );
    let labels = [all.as_str(), words::problems_first(lang), only.as_str()];
    let draft = &mut desk.drafts.iis;
    let mut is_changed = false;
    ui.horizontal(|ui| {
        let width = ui.available_width() - segmented::width(ui, &labels) - space::S;
        let response = TextInput::new(
            "iis filter",
            &mut draft.filter,
            Name::Spoken(words::filter(lang)),
        )
        .hint(words::filter_hint(lang))
        .width(width.max(160.0))
        .show(ui)
        .on_hover_text(flag::FILTER);
        is_changed |= response.changed();
        desk.regions.push(response.id);
        let chosen = LISTINGS.iter().position(|one| *one == draft.listing);
        let pressed = segmented(ui, words::listing(lang), &labels, chosen.unwrap_or(0));
        if let Some(listing) = pressed.and_then(|pressed| LISTINGS.get(pressed)) {
            is_changed |= draft.listing != *listing;
            draft.listing = *listing;
        }
    });
    is_changed
}

/// The rows that fit; found anew only when filter or scan changed.
fn matching(view: &IisView, desk: &mut Desk) -> Vec<u32> {
    match desk.iis.matching.take() {
        Some((of, rows)) if of == view.scan.revision => rows,
        _ => {
            let draft = &desk.drafts.iis;
            view.scan.rows.matching(&draft.filter, draft.listing)
        }
    }
}

/// How many of the rows are marked; counted anew only when something changed.
fn marked(model: &Model, rows: &RowsView, shown: &[u32], desk: &mut Desk) -> Marked {
    let key = (model.iis.revision, shown.len());
    if let Some((revision, count, marked)) = desk.iis.marked
        && (revision, count) == key
    {
        return marked;
    }
    let is_marked = |at: &BindingAt| model.iis.marked.contains(at);
    let count = ats(rows, shown).filter(is_marked).count();
    let marked = match count {
        0 => Marked::None,
        count if count == shown.len() => Marked::All,
        _ => Marked::Some,
    };
    desk.iis.marked = Some((key.0, key.1, marked));
    marked
}

fn ats<'a>(rows: &'a RowsView, shown: &'a [u32]) -> impl Iterator<Item = BindingAt> + 'a {
    shown
        .iter()
        .filter_map(|index| rows.rows.get(*index as usize).map(|row| row.at))
}

fn nothing(ui: &mut Ui, lang: Lang) {
    let color = Tokens::of(ui).muted;
    ui.add_space(space::L);
    ui.horizontal(|ui| {
        ui.add_space(space::L);
        text::line(ui, words::no_match(lang), Type::Body, color);
    });
    ui.add_space(space::L);
}

fn draw(
    ui: &mut Ui,
    model: &Model,
    rows: &RowsView,
    shown: &[u32],
    marked: Marked,
    lang: Lang,
    desk: &mut Desk,
) -> Option<Touched> {
    let column = |title, width| Column {
        title,
        width,
        numeric: false,
    };
    let columns = [
        column("", Width::Points(MARK_COLUMN)),
        column(words::site(lang), Width::Share(1.0)),
        column(words::binding(lang), Width::Share(1.95)),
        column(words::served(lang), Width::Share(2.2)),
    ];
    let is_compact = rows.rows.len() >= COMPACT_FROM;
    let table = MarkTable {
        table: Table {
            name: words::bindings_tab(lang),
            columns: &columns,
            row_height: match is_compact {
                true => size::ROW_COMPACT,
                false => size::TABLE_ROW_TWO,
            },
            clickable: true,
            padding: 18.0,
            ruled: false,
        },
        marked,
        mark_all: words::mark_all(lang),
    };
    let row_at = |index: usize| rows.rows.get(*shown.get(index)? as usize);
    let mark = |index: usize| {
        let row = row_at(index);
        RowMark {
            is_marked: row.is_some_and(|row| model.iis.marked.contains(&row.at)),
            is_open: row.is_some_and(|row| model.iis.open == Some(row.at)),
            name: row.map_or("", |row| &row.mark),
        }
    };
    let mut fill = |cells: &mut Row<'_>, index: usize| {
        let Some(row) = row_at(index) else {
            return;
        };
        let tokens = cells.tokens();
        cells.tone(tone(row.tone), &row.site, tokens.text);
        cells.text(&row.binding, Type::Mono, tokens.text);
        let first = match row.is_faint {
            true => tokens.muted,
            false => tokens.text,
        };
        let second = match tone(row.note_tone) {
            Tone::Neutral => tokens.muted,
            said => tokens.tone(said).fg,
        };
        match is_compact {
            true => cells.words_after((&row.served, first), (&row.note, second)),
            false => cells.two_lines((&row.served, first), (&row.note, second)),
        }
    };
    let cursor = &mut desk.iis.cursor;
    let (touched, id) = table.show(ui, "bindings", shown.len(), cursor, &mark, &mut fill);
    desk.regions.push(id);
    touched
}

fn foot(ui: &mut Ui, view: &IisView, lang: Lang, outbox: &mut Vec<Action>) {
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        ui.set_min_height(size::BUTTON_SMALL);
        if let Some(marked) = &view.marked {
            text::line(ui, marked, Type::Small, Tokens::of(ui).muted);
            let clear = Button::quiet(words::clear_marks(lang)).small();
            if ui.add(clear).clicked() {
                push(outbox, IisAction::ClearSelection);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let history = Button::quiet(words::history(lang))
                .icon(Icon::Clock)
                .small();
            // A quiet button hangs out to the edge.
            ui.add_space(-history.padding());
            if ui.add(history).on_hover_text(flag::HISTORY).clicked() {
                push(outbox, IisAction::AskHistory);
            }
        });
    });
}

fn act(
    model: &Model,
    rows: &RowsView,
    shown: &[u32],
    touched: Touched,
    marked: Marked,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let at = |index: usize| Some(rows.rows.get(*shown.get(index)? as usize)?.at);
    match touched {
        Touched::All => {
            let all = ats(rows, shown).collect();
            push(outbox, IisAction::Mark(all, marked != Marked::All));
        }
        Touched::Mark(index) => {
            if let Some(at) = at(index) {
                let is_on = !model.iis.marked.contains(&at);
                push(outbox, IisAction::Mark(vec![at], is_on));
            }
        }
        Touched::Open(index) => {
            desk.drafts.iis.tab = Tab::Details;
            let at = at(index).filter(|at| model.iis.open != Some(*at));
            push(outbox, IisAction::Open(at));
        }
    }
}
