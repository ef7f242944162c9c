//! One answer: in short, the explanation, and the next step with the button that does it.

use egui::{Key, Ui};

use crate::core::guide::{Block, Entry, Step};
use crate::state::guide::GuideAction;
use crate::state::{Action, Model};
use crate::text::{Lang, guide as words};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, prose, text};

use super::guide::{icon, push};
use super::page;

/// Draws the answer.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    entry: &'static Entry,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let is_free = model.dialog.is_none() && !model.is_palette_open;
    let is_escaped = is_free && ui.input(|input| input.key_pressed(Key::Escape));
    let back = ui.add(Button::quiet(words::back(lang)).icon(Icon::ArrowLeft));
    if back.clicked() || is_escaped {
        push(outbox, GuideAction::Close);
    }
    desk.regions.push(back.id);
    let said = words::words(lang, entry);
    ui.set_max_width(size::PROSE.min(ui.available_width()));
    ui.add_space(space::S);
    let tokens = Tokens::of(ui);
    prose::paragraph(ui, said.question, Type::Title, tokens.text);
    ui.add_space(space::XS);
    let standing = words::standing(lang, entry);
    text::paragraph(ui, &standing, Type::Small, tokens.muted);
    ui.add_space(page::gap(ui));
    ui.spacing_mut().item_spacing.y = page::gap(ui);
    card::titled(ui, words::in_short(lang), None, |ui| {
        prose::paragraph(ui, said.answer, Type::Body, tokens.text);
    });
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        for block in &said.explanation {
            explained(ui, block);
        }
    });
    next(ui, entry, said.next, lang, outbox);
}

fn explained(ui: &mut Ui, block: &Block) {
    let tokens = Tokens::of(ui);
    match block {
        Block::Code(lines) => {
            text::value(ui, &lines.join("\n"), Type::Mono, tokens.text);
        }
        Block::List(items) => {
            for item in items {
                prose::item(ui, item, Type::Body, tokens.secondary);
            }
        }
        Block::Paragraph(words) => prose::paragraph(ui, words, Type::Body, tokens.secondary),
    }
}

fn next(ui: &mut Ui, entry: &Entry, next: &str, lang: Lang, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    card::titled(ui, words::next(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        prose::paragraph(ui, next, Type::Body, tokens.secondary);
        if let Step::Copy(command) = entry.step {
            text::value(ui, command, Type::Mono, tokens.text);
        }
        let label = words::step(lang, entry.step);
        if ui
            .add(Button::primary(label).icon(icon(entry.step)))
            .clicked()
        {
            push(outbox, GuideAction::Take(entry.step));
        }
    });
}
