//! Fourth step: the password of the key, where both files go, who can read them.

use std::sync::Arc;

use egui::{TextBuffer, Ui};
use zeroize::Zeroizing;

use crate::core::secret::Secret;
use crate::state::convert::PasswordFacts;
use crate::state::csr::{Change, Csr, CsrAction};
use crate::state::view::csr::{CsrView, ProtectionView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::convert::{panel as shared, password};
use crate::text::csr::make as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::fact_row::{self, fact_row};
use crate::ui::widgets::option_row::OptionRow;
use crate::ui::widgets::secret_field::{SecretText, ToolWords, secret_field_with};
use crate::ui::widgets::text_input::{Name, TextInput};
use crate::ui::widgets::{card, text};

use super::convert_password::describe;
use super::csr::{change, push};
use super::csr_subject::LABEL;
use super::page;

const FIELD: f32 = 420.0;

/// The password being typed, and which request it belongs to.
#[derive(Default)]
pub struct CsrDesk {
    text: SecretText,
    number: u64,
}

impl CsrDesk {
    /// Forgets the password of another request, takes a generated one into its field.
    pub fn follow(&mut self, csr: &Csr, outbox: &mut Vec<Action>) {
        if self.number != csr.number {
            *self = Self {
                number: csr.number,
                ..Self::default()
            };
        }
        if let Some(secret) = &csr.generated {
            self.text.replace_with(secret.expose());
            push(outbox, CsrAction::TakeGenerated);
            let facts = PasswordFacts::of(secret);
            push(outbox, CsrAction::Describe(Some(facts)));
        }
    }

    /// The password for the key, where one is wanted.
    pub fn password(&self, view: &ProtectionView) -> Option<Arc<Secret>> {
        view.needs_password.then(|| secret(&self.text))
    }

    /// Whether a password is wanted and not there yet.
    pub fn is_missing(&self, view: &ProtectionView) -> bool {
        view.needs_password && self.text.is_empty()
    }
}

fn secret(text: &SecretText) -> Arc<Secret> {
    Arc::new(Secret::new(Zeroizing::new(text.expose().to_owned())))
}

/// Draws the step.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &CsrView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let protection = &view.protection;
    ui.set_max_width(size::CONTENT.min(ui.available_width()));
    if protection.has_key_file {
        protect(ui, model, protection, lang, desk, outbox);
        ui.add_space(page::gap(ui));
    }
    card::titled(ui, words::where_to(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        folder(ui, protection, lang, desk, outbox);
        if protection.has_key_file {
            let typed = protection.key_file.clone();
            let label = words::key_file(lang);
            if let Some(name) = file(ui, label, typed, protection.key_error, flag::OUT_KEY) {
                change(outbox, Change::SetKeyFile(name));
            }
        }
        let typed = protection.csr_file.clone();
        let label = words::csr_file(lang);
        if let Some(name) = file(ui, label, typed, protection.csr_error, flag::OUT) {
            change(outbox, Change::SetCsrFile(name));
        }
        fact_row(ui, words::files(lang), LABEL, |ui, _| {
            let why = match protection.has_key_file {
                true => "",
                false => words::existing_not_written(lang),
            };
            fact_row::value(ui, &protection.goes_to, why);
        });
        if protection.has_key_file {
            readers(ui, model, protection, lang, outbox);
        }
    });
}

fn protect(
    ui: &mut Ui,
    model: &Model,
    view: &ProtectionView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let is_open = model.csr.draft.is_open_key;
    card::list(ui, words::protect(lang), None, |ui| {
        let ways = [
            (
                words::with_password(lang),
                words::with_password_why(lang),
                false,
                flag::OUT_PASSWORD_FILE,
            ),
            (
                words::open_key(lang),
                words::open_key_why(lang),
                true,
                flag::WITHOUT_PASSWORD,
            ),
        ];
        for (title, why, leaves_open, twin) in ways {
            let row = OptionRow::new(title, why, leaves_open == is_open);
            let response = ui.push_id(title, |ui| ui.add(row)).inner;
            if response.on_hover_text(twin).clicked() {
                change(outbox, Change::LeaveKeyOpen(leaves_open));
            }
        }
        if is_open {
            return;
        }
        let margin = egui::Margin {
            left: 16,
            right: 16,
            top: 0,
            bottom: 4,
        };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            password_row(ui, model, view, lang, desk, outbox);
        });
    });
}

fn password_row(
    ui: &mut Ui,
    model: &Model,
    view: &ProtectionView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    fact_row(ui, words::password(lang), LABEL, |ui, id| {
        let generate = Button::standard(words::generate(lang)).icon(Icon::ArrowsClockwise);
        let room = generate.size(ui).x + space::S;
        let width = (ui.available_width() - room).clamp(120.0, FIELD);
        ui.horizontal_top(|ui| {
            let field = &mut desk.csr.text;
            let tools = ToolWords {
                reveal: password::reveal(lang),
                conceal: password::conceal(lang),
                copy: password::copy(lang),
            };
            let name = Name::LabelledBy(id);
            let (response, is_copied) =
                secret_field_with(ui, "key password", field, name, &tools, width);
            if is_copied {
                outbox.push(Action::CopySecret(secret(field)));
            }
            if response.changed() {
                let facts = (!field.is_empty()).then(|| PasswordFacts::of(&secret(field)));
                push(outbox, CsrAction::Describe(facts));
            }
            let generate = ui.add(generate).on_hover_text(flag::GENERATE_PASSWORD);
            if generate.clicked() {
                push(outbox, CsrAction::Generate);
            }
        });
        if let Some(said) = &view.password {
            describe(ui, said);
        }
        ui.add_space(space::XS);
        let mut is_written = model.csr.draft.has_password_file;
        let response = checkbox(ui, &mut is_written, words::password_file(lang));
        if response.changed() {
            change(outbox, Change::WritePasswordFile(is_written));
        }
        let color = Tokens::of(ui).muted;
        text::paragraph(ui, words::password_file_why(lang), Type::Caption, color);
    });
}

fn folder(
    ui: &mut Ui,
    view: &ProtectionView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    fact_row(ui, words::folder(lang), LABEL, |ui, id| {
        ui.horizontal_top(|ui| {
            let mut typed = view.folder.clone();
            let input = TextInput::new("folder", &mut typed, Name::LabelledBy(id))
                .error(view.folder_error)
                .mono()
                .width(FIELD);
            let response = input.show(ui).on_hover_text(flag::OUT);
            desk.regions.push(response.id);
            if response.changed() {
                change(outbox, Change::SetFolder(typed));
            }
            let choose = Button::standard(words::choose_folder(lang)).icon(Icon::FolderOpen);
            if ui.add(choose).clicked() {
                push(outbox, CsrAction::AskFolder);
            }
        });
    });
}

/// The name of a file, once it was changed.
fn file(
    ui: &mut Ui,
    label: &str,
    mut typed: String,
    error: Option<&str>,
    twin: &str,
) -> Option<String> {
    fact_row(ui, label, LABEL, |ui, id| {
        let input = TextInput::new(label, &mut typed, Name::LabelledBy(id))
            .error(error)
            .mono()
            .width(FIELD);
        let is_changed = input.show(ui).on_hover_text(twin).changed();
        is_changed.then_some(typed)
    })
}

fn readers(
    ui: &mut Ui,
    model: &Model,
    view: &ProtectionView,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    fact_row(ui, words::who(lang), LABEL, |ui, _| {
        fact_row::value(ui, &view.who, shared::private_from_start(lang));
    });
    fact_row(ui, shared::also_readable_by(lang), LABEL, |ui, id| {
        let mut account = model.csr.draft.readable_by.clone();
        let input = TextInput::new("readable by", &mut account, Name::LabelledBy(id))
            .hint(shared::also_readable_hint(lang))
            .width(FIELD);
        let response = input.show(ui).on_hover_text(flag::ALSO_READABLE_BY);
        if response.changed() {
            change(outbox, Change::ReadableBy(account));
        }
        ui.add_space(1.0);
        let color = Tokens::of(ui).muted;
        text::paragraph(ui, shared::also_readable_why(lang), Type::Caption, color);
    });
}
