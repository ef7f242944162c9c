//! First step: which certificate, what is locked, what is missing, how the source is protected.

use egui::Ui;

use crate::state::Action;
use crate::state::convert::Change;
use crate::state::view::convert::{ConvertView, LeafView, SourceView, flag};
use crate::text::Lang;
use crate::text::command;
use crate::text::convert::panel as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::fact_row::fact_row;
use crate::ui::widgets::list_row::ListRow;
use crate::ui::widgets::option_row::OptionRow;
use crate::ui::widgets::state_card::StateCard;
use crate::ui::widgets::{card, disclosure, icon, text};

use super::convert::change;
use super::page;

const LABEL: f32 = 128.0;

/// Draws the step.
pub fn ui(ui: &mut Ui, view: &ConvertView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let source = &view.source;
    ui.set_max_width(size::CONTENT.min(ui.available_width()));
    missing(ui, source, lang, outbox);
    leaves(ui, source, lang, desk, outbox);
    loose(ui, source, lang);
    stores(ui, source, lang);
}

/// What has to be opened or added before anything can be made.
fn missing(ui: &mut Ui, source: &SourceView, lang: Lang, outbox: &mut Vec<Action>) {
    for locked in &source.locked {
        let unlock = [Button::primary(command::enter_password(lang)).icon(Icon::LockOpen)];
        let title = format!("{}: {}", words::still_locked(lang), locked.files);
        let card = StateCard::empty(Icon::LockKey, &title, &locked.question).actions(&unlock);
        let pressed = ui.push_id(locked.group, |ui| card.show(ui)).inner;
        ui.add_space(page::gap(ui));
        if pressed.is_some() {
            outbox.push(Action::AskPassword {
                group: locked.group,
            });
        }
    }
    if source.is_key_missing {
        let add = [Button::standard(words::add_key(lang)).icon(Icon::Key)];
        let (title, why) = (words::no_key_here(lang), words::no_key_why(lang));
        let card = StateCard::empty(Icon::Key, title, why).actions(&add);
        if card.show(ui).is_some() {
            outbox.push(Action::AskAddFiles);
        }
        ui.add_space(page::gap(ui));
    }
}

fn leaves(ui: &mut Ui, source: &SourceView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    if source.leaves.is_empty() {
        return;
    }
    card::list(ui, words::what_goes_in(lang), None, |ui| {
        for (index, leaf) in source.leaves.iter().enumerate() {
            let id = leaf.leaf.to_string();
            let response = ui
                .push_id(id, |ui| {
                    let row = OptionRow::new(&leaf.name, &leaf.places, leaf.is_chosen).tick();
                    let response = ui.add(row);
                    facts(ui, leaf, lang);
                    response
                })
                .inner;
            if index == 0 {
                desk.regions.push(response.id);
            }
            if response.on_hover_text(flag::SELECT).clicked() {
                change(outbox, Change::ToggleLeaf(leaf.leaf));
            }
        }
    });
    if source.leaves.len() > 1 {
        let color = Tokens::of(ui).muted;
        ui.add_space(space::S);
        text::paragraph(ui, words::several_fit(lang), Type::Small, color);
    }
    ui.add_space(page::gap(ui));
}

/// Validity, key and chain of a leaf, beneath its row.
fn facts(ui: &mut Ui, leaf: &LeafView, lang: Lang) {
    let facts = [
        (words::expires(lang), &leaf.expiry),
        (words::key_found(lang), &leaf.key),
        (crate::text::window::chain(lang), &leaf.chain),
    ];
    egui::Frame::new()
        .inner_margin(egui::Margin {
            left: 46,
            right: 17,
            top: 4,
            bottom: 12,
        })
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for (label, (mark, words)) in facts {
                ui.horizontal_top(|ui| {
                    let tokens = Tokens::of(ui);
                    let wanted = egui::vec2(72.0, 18.0);
                    ui.allocate_ui(wanted, |ui| {
                        ui.set_min_width(72.0);
                        text::line(ui, label, Type::Small, tokens.muted);
                    });
                    let (rect, _) =
                        ui.allocate_exact_size(egui::vec2(size::ICON, 18.0), egui::Sense::hover());
                    icon::paint_mark(ui, rect.center(), tone(*mark));
                    text::paragraph(ui, words, Type::Small, tokens.secondary);
                });
            }
        });
}

fn loose(ui: &mut Ui, source: &SourceView, lang: Lang) {
    if source.loose_keys.is_empty() {
        return;
    }
    card::list(ui, words::loose_keys(lang), None, |ui| {
        for (index, kind) in source.loose_keys.iter().enumerate() {
            let row = ListRow::new(kind).icon(Icon::Key).faint();
            ui.push_id(index, |ui| ui.add(row));
        }
    });
    ui.add_space(page::gap(ui));
}

fn stores(ui: &mut Ui, source: &SourceView, lang: Lang) {
    if source.stores.is_empty() {
        return;
    }
    let id = ui.scope_id().with("stores");
    let is_open = disclosure::is_open(ui, id);
    let button = disclosure::button(words::inside_source(lang), is_open);
    let response = ui.add(button);
    disclosure::toggle(ui, id, &response);
    if !is_open {
        return;
    }
    for (index, store) in source.stores.iter().enumerate() {
        ui.add_space(space::S);
        ui.push_id(index, |ui| {
            card::titled(ui, &store.name, None, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (number, (label, value)) in store.rows.iter().enumerate() {
                    ui.push_id(number, |ui| {
                        fact_row(ui, label, LABEL, |ui, _| {
                            let color = Tokens::of(ui).text;
                            text::value(ui, value, Type::Body, color);
                        });
                    });
                }
            });
        });
    }
}
