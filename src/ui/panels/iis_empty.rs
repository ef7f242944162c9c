//! Nothing is read yet: what belongs here, and the ways in.

use egui::Ui;

use crate::state::iis::{IisAction, Scanning};
use crate::state::view::iis::{COLLECT, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::iis::window as words;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::state_card::StateCard;
use crate::ui::widgets::{card, text};

use super::iis::push;

/// Draws the card.
pub fn ui(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    ui.set_max_width(size::CONTENT.min(ui.available_width()));
    if matches!(model.iis.scanning, Scanning::Running(_)) {
        return;
    }
    card::titled(ui, words::empty(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let tokens = Tokens::of(ui);
        text::paragraph(ui, words::empty_hint(lang), Type::Body, tokens.secondary);
        text::paragraph(ui, words::asking(lang), Type::Small, tokens.muted);
        ui.add_space(space::S);
        ways(ui, model, lang, outbox);
    });
    ui.add_space(space::L);
    let copy = [Button::standard(words::collect(lang)).icon(Icon::Copy)];
    let (title, why) = (words::collect_title(lang), words::collect_why(lang));
    let card = StateCard::empty(Icon::TerminalWindow, title, why).actions(&copy);
    if card.show(ui).is_some() {
        outbox.push(Action::Copy(COLLECT.to_owned()));
    }
}

fn ways(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let open = Button::standard(words::open_files(lang)).icon(Icon::FolderOpen);
        let open = match model.may_have_iis() {
            true => {
                let here = Button::primary(words::scan_computer(lang)).icon(Icon::HardDrives);
                if ui.add(here).on_hover_text(flag::LIVE).clicked() {
                    push(outbox, IisAction::ScanComputer);
                }
                open
            }
            false => Button::primary(words::open_files(lang)).icon(Icon::FolderOpen),
        };
        if ui.add(open).on_hover_text(flag::CONFIG).clicked() {
            push(outbox, IisAction::AskOpen);
        }
        let folder = Button::standard(words::open_folder(lang)).icon(Icon::Folder);
        if ui.add(folder).on_hover_text(flag::SCAN).clicked() {
            push(outbox, IisAction::AskOpenFolder);
        }
    });
}
