//! Looks and language.

use egui::Ui;

use crate::state::{Action, Language, Model, ThemeChoice};
use crate::text::{Lang, window as words};
use crate::ui::desk::Desk;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::card;
use crate::ui::widgets::radio::radio;

use super::page;

/// Draws the panel.
pub fn ui(ui: &mut Ui, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    page::scrolled(ui, "settings", |ui| {
        let sub = words::settings_sub(lang);
        page::header(ui, desk, words::settings(lang), sub, &[]);
        ui.set_max_width(size::PROSE);
        ui.spacing_mut().item_spacing.y = page::gap(ui);
        theme(ui, model, lang, desk, outbox);
        language(ui, model, lang, outbox);
    });
}

fn theme(ui: &mut Ui, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let choices = [
        (ThemeChoice::System, words::theme_system(lang)),
        (ThemeChoice::Light, words::theme_light(lang)),
        (ThemeChoice::Dark, words::theme_dark(lang)),
    ];
    card::titled(ui, words::theme(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (choice, label) in choices {
            let response = radio(ui, model.settings.theme == choice, label);
            if choice == ThemeChoice::System {
                desk.regions.push(response.id);
            }
            if response.clicked() {
                outbox.push(Action::ChooseTheme(choice));
            }
        }
    });
}

fn language(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    let choices = [
        (None, words::language_system(lang)),
        (Some(Language::English), words::language_english(lang)),
        (Some(Language::Chinese), words::language_chinese(lang)),
    ];
    card::titled(ui, words::language(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (choice, label) in choices {
            if radio(ui, model.settings.language == choice, label).clicked() {
                outbox.push(Action::ChooseLanguage(choice));
            }
        }
    });
}
