//! The files of a result: what is in them, who can read them, where they lie once written.

use std::sync::Arc;

use egui::Ui;

use crate::state::convert::{Change, Progress};
use crate::state::view::Tone;
use crate::state::view::convert::{ConvertView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::convert::panel as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::fact_row::{self, fact_row};
use crate::ui::widgets::list_row::ListRow;
use crate::ui::widgets::text_input::{Name, TextInput};
use crate::ui::widgets::{card, text};

use super::convert::change;
use super::{convert_plan, convert_snippets, page};

/// Where the chips that say secret or public begin, from the right.
const CHIP: f32 = 160.0;

/// Draws the cards.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let is_copied;
    if matches!(model.convert.progress, Progress::Written(_)) {
        is_copied = written(ui, view, lang);
    } else {
        is_copied = files(ui, view, lang, desk);
        ui.add_space(page::gap(ui));
        access(ui, model, view, lang, outbox);
    }
    let made = model.convert.progress.made();
    let password = made.and_then(|made| made.passwords.store.as_ref());
    if is_copied && let Some(secret) = password {
        outbox.push(Action::CopySecret(Arc::clone(secret)));
    }
    convert_snippets::ui(ui, model, view, lang, outbox);
    if let Some(next) = view.result.next_there {
        ui.add_space(page::gap(ui));
        card::titled(ui, words::next_on_server(lang), None, |ui| {
            let color = Tokens::of(ui).secondary;
            text::paragraph(ui, next, Type::Body, color);
        });
    }
    if let Some(line) = &view.command_line {
        ui.add_space(page::gap(ui));
        convert_plan::command_line(ui, line, lang, outbox);
    }
}

/// The button that copies the password of the result.
const fn copy_password(label: &str) -> Button<'_> {
    Button::quiet(label).icon(Icon::Copy).small()
}

/// True when the password is to be copied.
fn files(ui: &mut Ui, view: &ConvertView, lang: Lang, desk: &mut Desk) -> bool {
    let copy = copy_password(words::copy_password(lang));
    let copy = view.result.has_password.then_some(&copy);
    let (is_copied, ()) = card::list(ui, words::result_ready(lang), copy, |ui| {
        for (index, file) in view.result.files.iter().enumerate() {
            let (icon, chip) = if file.is_secret {
                (
                    Icon::FileLock,
                    Chip::verdict(tone(Tone::Warn), words::secret(lang)),
                )
            } else {
                (Icon::FileText, Chip::plain(words::public(lang)))
            };
            let row = ListRow::new(&file.name)
                .second(&file.role)
                .icon(icon)
                .chip(chip, CHIP)
                .trailing(&file.size);
            let response = ui.push_id(index, |ui| ui.add(row)).inner;
            if index == 0 {
                desk.regions.push(response.id);
            }
        }
    });
    is_copied
}

/// Who will be able to read the files, and who else shall.
fn access(ui: &mut Ui, model: &Model, view: &ConvertView, lang: Lang, outbox: &mut Vec<Action>) {
    if !view.result.files.iter().any(|file| file.is_secret) {
        return;
    }
    card::titled(ui, words::can_be_read_by(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let label = convert_plan::label_width(ui);
        fact_row(ui, words::secret_files(lang), label, |ui, _| {
            fact_row::value(ui, &view.result.who, words::private_from_start(lang));
        });
        fact_row(ui, words::also_readable_by(lang), label, |ui, id| {
            let mut account = model.convert.draft.readable_by.clone();
            let input = TextInput::new("readable by", &mut account, Name::LabelledBy(id))
                .hint(words::also_readable_hint(lang))
                .width(320.0);
            if input
                .show(ui)
                .on_hover_text(flag::ALSO_READABLE_BY)
                .changed()
            {
                change(outbox, Change::ReadableBy(account));
            }
            ui.add_space(1.0);
            let color = Tokens::of(ui).muted;
            text::paragraph(ui, words::also_readable_why(lang), Type::Caption, color);
        });
    });
}

/// True when the password is to be copied.
fn written(ui: &mut Ui, view: &ConvertView, lang: Lang) -> bool {
    let copy = copy_password(words::copy_password(lang));
    let copy = view.result.has_password.then_some(&copy);
    let (is_copied, ()) = card::list(ui, words::written(lang), copy, |ui| {
        for (index, file) in view.result.written.iter().enumerate() {
            let mut second = file.readers.clone();
            if let Some(copy) = &file.copy {
                second = match second.is_empty() {
                    true => copy.clone(),
                    false => format!("{second} • {copy}"),
                };
            }
            let row = ListRow::new(&file.path)
                .second(&second)
                .icon(Icon::CheckCircle)
                .trailing(&file.size);
            ui.push_id(index, |ui| ui.add(row));
        }
    });
    ui.add_space(space::XS);
    is_copied
}
