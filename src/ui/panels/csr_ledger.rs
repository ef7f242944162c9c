//! The list of requests: a search, a row an entry, and what can be done with the one that is chosen.

use egui::Ui;

use crate::core::bundle::Source;
use crate::state::ledger::{LedgerAction, Listed};
use crate::state::view::Views;
use crate::state::view::ledger::{LedgerView, RowView};
use crate::state::{Action, Model, OpenHow};
use crate::text::ledger::panel as words;
use crate::text::{Lang, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::state_card::{Pressed, StateCard};
use crate::ui::widgets::table::{Column, Table, Width};
use crate::ui::widgets::text_input::{Name, TextInput};
use crate::ui::widgets::{card, text};

use super::page;

/// From this many rows on they are drawn close together.
const COMPACT_FROM: usize = 200;
/// Height of the table's head and the card's lower edge.
const HEAD: f32 = 40.0;

/// Draws the list in the room there is.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    if matches!(model.ledger.listed, Listed::NotBegun) {
        push(outbox, LedgerAction::Show);
    }
    let Some(view) = views.ledger.as_deref() else {
        return;
    };
    if let Some((title, detail)) = &view.failed {
        failed(ui, (title, detail), lang, outbox);
        return;
    }
    if view.is_newer {
        note_line(ui, Tone::Warn, words::newer(lang), "");
        ui.add_space(page::gap(ui));
    }
    search(ui, view, lang, desk, outbox);
    ui.add_space(page::gap(ui));
    if view.rows.is_empty() {
        empty(ui, model, lang);
        return;
    }
    if let Some(row) = view.selected.and_then(|index| view.rows.get(index)) {
        details(ui, view, row, lang, desk, outbox);
        ui.add_space(page::gap(ui));
    }
    let pressed = card::bare(ui, |ui| {
        // A few rows need no card as high as the window.
        let rows = view.rows.len() as f32 * size::TABLE_ROW;
        ui.set_max_height(rows.min(ui.available_height() - HEAD) + HEAD);
        table(ui, view, lang)
    })
    .inner;
    if let Some(row) = pressed.and_then(|index| view.rows.get(index)) {
        let is_same = model.ledger.selected == Some(row.id);
        push(outbox, LedgerAction::Select((!is_same).then_some(row.id)));
    }
}

fn push(outbox: &mut Vec<Action>, action: LedgerAction) {
    outbox.push(Action::Ledger(action));
}

fn failed(ui: &mut Ui, (title, detail): (&str, &str), lang: Lang, outbox: &mut Vec<Action>) {
    let again = [Button::standard(words::try_again(lang)).icon(Icon::ArrowsClockwise)];
    let card = StateCard::error(title, detail).actions(&again);
    if let Some(Pressed::Action(_)) = card.show(ui) {
        push(outbox, LedgerAction::ListAgain);
    }
}

fn empty(ui: &mut Ui, model: &Model, lang: Lang) {
    if matches!(model.ledger.listed, Listed::Running(_)) && model.ledger.listing.is_none() {
        text::line(ui, words::loading(lang), Type::Body, Tokens::of(ui).muted);
        return;
    }
    let (title, detail) = match model.ledger.words.trim().is_empty() {
        true => (words::empty(lang), words::empty_hint(lang)),
        false => (words::no_fit(lang), words::no_fit_hint(lang)),
    };
    StateCard::empty(Icon::ClipboardText, title, detail).show(ui);
}

fn search(ui: &mut Ui, view: &LedgerView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let draft = &mut desk.drafts.ledger.words;
        let name = Name::Spoken(words::search(lang));
        let response = TextInput::new("ledger search", draft, name)
            .hint(words::search(lang))
            .width(340.0)
            .show(ui);
        desk.regions.push(response.id);
        let mut is_changed = response.changed();
        if !draft.is_empty() {
            let clear = Button::quiet(window::clear(lang)).icon(Icon::X);
            if ui.add(clear).clicked() {
                draft.clear();
                is_changed = true;
            }
        }
        if is_changed {
            push(outbox, LedgerAction::Search(draft.clone()));
        }
        text::line(ui, &view.count, Type::Small, Tokens::of(ui).muted);
    });
}

fn table(ui: &mut Ui, view: &LedgerView, lang: Lang) -> Option<usize> {
    let column = |title, width| Column {
        title,
        width,
        numeric: false,
    };
    let columns = [
        column(words::name(lang), Width::Share(1.4)),
        column(words::when(lang), Width::Points(140.0)),
        column(words::key(lang), Width::Points(96.0)),
        column(words::files(lang), Width::Points(110.0)),
        column(words::note(lang), Width::Share(1.0)),
        column(words::used_head(lang), Width::Points(140.0)),
    ];
    let table = Table {
        name: words::title_of_list(lang),
        columns: &columns,
        row_height: match view.rows.len() >= COMPACT_FROM {
            true => size::ROW_COMPACT,
            false => size::TABLE_ROW,
        },
        clickable: true,
        padding: space::L,
        ruled: false,
    };
    table.head(ui);
    table.scrolled(ui, "ledger", view.rows.len(), |cells, index| {
        let Some(row) = view.rows.get(index) else {
            return;
        };
        let tokens = cells.tokens();
        let kind = match view.selected == Some(index) {
            true => Type::Strong,
            false => Type::Body,
        };
        cells.text(&row.names, kind, tokens.text);
        cells.text(&row.when, Type::Body, tokens.secondary);
        cells.text(&row.key_kind, Type::Body, tokens.secondary);
        cells.verdict(tone(row.files.tone), &row.files.words, tokens.secondary);
        cells.text(&row.note, Type::Body, tokens.secondary);
        cells.text(
            row.used.as_deref().unwrap_or_default(),
            Type::Body,
            tokens.secondary,
        );
    })
}

/// The chosen entry: its names and files, a note to write, what can be done.
fn details(
    ui: &mut Ui,
    view: &LedgerView,
    row: &RowView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    card::card(ui, |ui| {
        let tokens = Tokens::of(ui);
        ui.spacing_mut().item_spacing.y = space::XS;
        text::paragraph(ui, &row.all_names, Type::Strong, tokens.text);
        for (mark, place) in &row.places {
            note_line(ui, tone(*mark), place, "");
        }
        let off = view.is_newer.then(|| words::newer(lang));
        if off.is_none() {
            note(ui, row, lang, desk, outbox);
        }
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            buttons(ui, row, off, lang, outbox);
        });
    });
}

/// Written down when the field is left.
fn note(ui: &mut Ui, row: &RowView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let draft = desk.drafts.ledger.note_of(row.id, &row.note);
    let response = TextInput::new("ledger note", draft, Name::Spoken(words::note(lang)))
        .hint(words::note_hint(lang))
        .width(420.0_f32.min(ui.available_width()))
        .show(ui);
    if response.lost_focus() {
        push(outbox, LedgerAction::Note(row.id, draft.clone()));
    }
}

fn buttons(
    ui: &mut Ui,
    row: &RowView,
    off: Option<&'static str>,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let gone = row.paths.is_empty().then(|| words::gone(lang));
    let open = Button::standard(words::open(lang)).icon(Icon::FolderOpen);
    if ui.add(open.small().off(gone)).clicked() {
        let sources = row.paths.iter().cloned().map(Source::Path).collect();
        let how = OpenHow::Replace;
        outbox.push(Action::Open { sources, how });
    }
    let is_used = row.used.is_some();
    let mark = match is_used {
        true => words::unmark_used(lang),
        false => words::mark_used(lang),
    };
    if ui.add(Button::quiet(mark).small().off(off)).clicked() {
        push(outbox, LedgerAction::MarkUsed(row.id, !is_used));
    }
    let copy = Button::quiet(words::copy_fingerprint(lang)).icon(Icon::Copy);
    if ui.add(copy.small()).clicked() {
        outbox.push(Action::Copy(row.fingerprint.clone()));
    }
    let forget = Button::quiet_muted(words::forget_entry(lang)).small();
    if ui.add(forget.off(off)).clicked() {
        push(outbox, LedgerAction::AskForget(row.id));
    }
}
