//! Asks what the CA expects: pasted as it wrote it, or row by row.

use egui::{Context, Id, ScrollArea, Ui};

use crate::core::diagnose::Profile;
use crate::core::diagnose::expected::Note;
use crate::state::diagnose::{DiagnoseAction, Draft, ExpectedKind, ExpectedRow};
use crate::state::view::diagnose::flag;
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::diagnose::panel as words;
use crate::text::diagnose::pasted::note as noted;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Choice, choice};
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::icon_button::icon_button;
use crate::ui::widgets::radio::radio;
use crate::ui::widgets::text;
use crate::ui::widgets::text_area::text_area;
use crate::ui::widgets::text_input::{Name, TextInput};

const LINES: usize = 4;
const KIND: f32 = 92.0;
/// Height that the rows take at most.
const ROWS: f32 = 240.0;

/// Draws the dialog.
pub fn ui(ctx: &Context, model: &Model, lang: Lang, desk: &Desk, outbox: &mut Vec<Action>) {
    let id = Id::unique("diagnose expected dialog");
    let title = words::expected_title(lang);
    let mut draft = model.diagnose.draft.clone();
    let shown = dialog(ctx, id, title, size::DIALOG_WIDE, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        pasted(ui, model, &mut draft, lang, desk);
        rows(ui, &mut draft, lang);
        rules(ui, &mut draft, lang);
        ui.add_space(space::S);
        let mut is_closed = false;
        ui.horizontal(|ui| {
            let add = Button::quiet(words::add_row(lang)).icon(Icon::Plus);
            if ui.add(add).clicked() {
                draft.expected.push(ExpectedRow::default());
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                is_closed = ui.add(Button::primary(words::done(lang))).clicked();
            });
        });
        is_closed
    });
    if draft != model.diagnose.draft {
        let change = DiagnoseAction::Change(Box::new(draft));
        outbox.push(Action::Diagnose(change));
    }
    if shown.inner || shown.dismissed {
        outbox.push(Action::CloseDialog);
    }
}

fn pasted(ui: &mut Ui, model: &Model, draft: &mut Draft, lang: Lang, desk: &Desk) {
    let tokens = Tokens::of(ui);
    let label = text::line(ui, words::expected_pasted(lang), Type::Strong, tokens.text);
    let label = label.on_hover_text(flag::EXPECT).id;
    let response = text_area(ui, &mut draft.pasted, label, LINES);
    if desk.is_dialog_new {
        response.request_focus();
    }
    if draft.pasted.trim().is_empty() {
        text::paragraph(ui, words::expected_hint(lang), Type::Caption, tokens.muted);
        return;
    }
    for note in &model.diagnose.notes {
        let color = match note {
            Note::Completed { .. } | Note::Cleaned { .. } => tokens.muted,
            _ => tokens.warn.fg,
        };
        text::paragraph(ui, &noted(lang, note), Type::Caption, color);
    }
}

/// How strict the CA is about files.
fn rules(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    let color = Tokens::of(ui).text;
    text::line(ui, words::how_strict(lang), Type::Strong, color).on_hover_text(flag::PROFILE);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for profile in Profile::ALL {
            let label = words::profile(lang, profile);
            if radio(ui, draft.profile == profile, label).clicked() {
                draft.profile = profile;
            }
        }
    });
}

fn rows(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    if draft.expected.is_empty() {
        return;
    }
    let color = Tokens::of(ui).text;
    text::line(ui, words::expected_rows(lang), Type::Strong, color);
    let mut removed = None;
    ScrollArea::vertical()
        .id_salt("expected rows")
        .max_height(ROWS)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            for (index, row) in draft.expected.iter_mut().enumerate() {
                ui.push_id(index, |ui| {
                    if one(ui, row, index + 1, lang) {
                        removed = Some(index);
                    }
                });
            }
        });
    if let Some(index) = removed {
        draft.expected.remove(index);
    }
}

/// One row; true when it is to be taken out.
fn one(ui: &mut Ui, row: &mut ExpectedRow, number: usize, lang: Lang) -> bool {
    let mut is_removed = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        kind(ui, row, lang);
        let room = ui.available_width() - size::BUTTON_SMALL - 2.0 * space::S - space::M;
        let name = words::record_name(lang);
        let input = TextInput::new("name", &mut row.name, Name::Spoken(name));
        let hint = match row.kind {
            ExpectedKind::File => words::file_hint(lang),
            _ => words::record_name_hint(lang),
        };
        input.hint(hint).mono().width(room * 0.5).show(ui);
        let value = words::record_value(lang);
        let input = TextInput::new("value", &mut row.value, Name::Spoken(value));
        input.hint(value).mono().width(room * 0.5).show(ui);
        let remove = words::remove_row(lang, number);
        is_removed = icon_button(ui, Icon::Trash, &remove).clicked();
    });
    is_removed
}

fn kind(ui: &mut Ui, row: &mut ExpectedRow, lang: Lang) {
    let options = ExpectedKind::ALL.map(|kind| match kind {
        ExpectedKind::Txt => words::kind_txt(lang),
        ExpectedKind::Cname => words::kind_cname(lang),
        ExpectedKind::File => words::kind_file(lang),
    });
    let at = ExpectedKind::ALL.iter().position(|kind| *kind == row.kind);
    let it = Choice {
        name: words::kind(lang),
        shown: at
            .and_then(|at| options.get(at))
            .copied()
            .unwrap_or_default(),
        options: &options,
        filter: None,
        width: KIND,
    };
    let (response, pressed) = choice(ui, "kind", &it);
    response.on_hover_text(match row.kind {
        ExpectedKind::Txt => flag::EXPECT_TXT,
        ExpectedKind::Cname => flag::EXPECT_CNAME,
        ExpectedKind::File => flag::EXPECT_FILE,
    });
    if let Some(kind) = pressed.and_then(|index| ExpectedKind::ALL.get(index)) {
        row.kind = *kind;
    }
}
