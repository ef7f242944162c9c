//! A key that was found again: whose it is, where it lies, and the buttons that bring both together.

use egui::Ui;

use crate::state::Action;
use crate::state::ledger::LedgerAction;
use crate::state::view::ledger::AnswerView;
use crate::text::Lang;
use crate::text::ledger::panel as words;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, icon, text};

/// Draws the card.
pub fn ui(ui: &mut Ui, view: &AnswerView, lang: Lang, outbox: &mut Vec<Action>) {
    card::card(ui, |ui| {
        let tokens = Tokens::of(ui);
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon::icon(ui, Icon::Key, size::ICON_LIST, tokens.accent);
            if let Some(file) = &view.file {
                let free = ui.available_width() / 2.0;
                text::name(ui, file, Type::Strong, tokens.text, free);
            }
            text::line(ui, &view.title, Type::Strong, tokens.text);
        });
        text::name(
            ui,
            &view.place,
            Type::Mono,
            tokens.secondary,
            ui.available_width(),
        );
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            buttons(ui, view, lang, outbox);
        });
    });
}

fn buttons(ui: &mut Ui, view: &AnswerView, lang: Lang, outbox: &mut Vec<Action>) {
    match &view.path {
        Some(path) => {
            let add = |to_convert| {
                Action::Ledger(LedgerAction::AddKey {
                    certificate: view.of,
                    path: path.clone(),
                    to_convert,
                })
            };
            // A request has no certificate yet that a PFX could hold.
            if view.file.is_none() {
                let both = Button::standard(words::add_key_and_make_pfx(lang)).small();
                if ui.add(both.icon(Icon::Package)).clicked() {
                    outbox.push(add(true));
                }
            }
            let key = Button::standard(words::add_key(lang)).small();
            if ui.add(key.icon(Icon::Key)).clicked() {
                outbox.push(add(false));
            }
        }
        None => {
            let look = Button::standard(words::look_elsewhere(lang)).small();
            if ui.add(look.icon(Icon::FolderOpen)).clicked() {
                outbox.push(Action::AskAddFiles);
            }
        }
    }
    if !view.is_used && view.file.is_none() {
        let mark = Button::quiet(words::mark_used(lang)).small();
        if ui.add(mark).clicked() {
            outbox.push(Action::Ledger(LedgerAction::MarkUsed(view.entry, true)));
        }
    }
}
