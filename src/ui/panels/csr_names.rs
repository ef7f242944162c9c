//! First step: the pasted text, a row for each name, and the advice beside it.

use egui::{Align, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::state::csr::Change;
use crate::state::view::csr::{AdviceView, CsrView, NamesView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::csr::panel as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::name_row::{NameRow, Pressed};
use crate::ui::widgets::state_card::StateCard;
use crate::ui::widgets::tab_bar::tab_bar;
use crate::ui::widgets::text_area::text_area;
use crate::ui::widgets::{card, icon, text};

use super::csr::change;
use super::page;

const ROWS: usize = 3;

/// Draws the step.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &CsrView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    begun(ui, view, lang);
    let names = &view.names;
    if page::is_narrow(ui) {
        narrow(ui, model, names, lang, desk, outbox);
        return;
    }
    let area = ui.available_rect_before_wrap();
    let width = area.width().min(size::CONTENT);
    let main = width - size::ADVICE - space::XL;
    let left = Rect::from_min_size(area.min, vec2(main, f32::INFINITY));
    let right = Rect::from_min_size(
        pos2(area.left() + main + space::XL, area.top()),
        vec2(size::ADVICE, f32::INFINITY),
    );
    let layout = Layout::top_down(Align::LEFT);
    let column = |rect, salt| UiBuilder::new().max_rect(rect).layout(layout).id_salt(salt);
    let mut first = ui.new_child(column(left, "names"));
    field(&mut first, model, names, lang, desk, outbox);
    rows(&mut first, names, outbox);
    let mut second = ui.new_child(column(right, "advice"));
    advice(&mut second, names, lang, outbox);
    let bottom = first.min_rect().bottom().max(second.min_rect().bottom());
    let all = Rect::from_min_max(area.min, pos2(area.left() + width, bottom));
    ui.advance_cursor_after_rect(all);
}

/// What is not taken over from what was begun with, or why there was nothing to begin with.
fn begun(ui: &mut Ui, view: &CsrView, lang: Lang) {
    if let Some(trouble) = &view.not_started {
        StateCard::error(&trouble.title, &trouble.why).show(ui);
        ui.add_space(page::gap(ui));
    }
    if view.dropped.is_empty() {
        return;
    }
    card::titled(ui, words::not_taken_over(lang), None, |ui| {
        let color = Tokens::of(ui).secondary;
        for line in &view.dropped {
            text::paragraph(ui, line, Type::Small, color);
        }
    });
    ui.add_space(page::gap(ui));
}

/// Names and advice share one column; tabs say which is shown.
fn narrow(
    ui: &mut Ui,
    model: &Model,
    names: &NamesView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    field(ui, model, names, lang, desk, outbox);
    let labels = [words::names(lang), &names.advice_tab];
    if let Some(index) = tab_bar(ui, &labels, usize::from(desk.is_advice_shown)) {
        desk.is_advice_shown = index == 1;
    }
    ui.add_space(space::M);
    if desk.is_advice_shown {
        advice(ui, names, lang, outbox);
    } else {
        rows(ui, names, outbox);
    }
}

fn field(
    ui: &mut Ui,
    model: &Model,
    names: &NamesView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let label = ui
        .horizontal(|ui| {
            let words_of_field = words::names_field(lang);
            let label = text::line(ui, words_of_field, Type::Strong, tokens.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let room = ui.available_width();
                text::name(ui, words::names_hint(lang), Type::Small, tokens.muted, room);
            });
            label.on_hover_text(flag::NAME).id
        })
        .inner;
    ui.add_space(6.0);
    let mut typed = model.csr.draft.names.clone();
    let response = text_area(ui, &mut typed, label, ROWS);
    desk.regions.push(response.id);
    if response.changed() {
        change(outbox, Change::SetNames(typed));
    }
    ui.add_space(space::S);
    if !names.cleaned.is_empty() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon::icon(ui, Icon::Funnel, size::ICON, tokens.muted);
            text::paragraph(ui, &names.cleaned, Type::Small, tokens.muted);
        });
        ui.add_space(space::S);
    }
    ui.add_space(space::S);
}

fn rows(ui: &mut Ui, names: &NamesView, outbox: &mut Vec<Action>) {
    if names.rows.is_empty() {
        return;
    }
    card::bare(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        head(ui, names);
        for (index, name) in names.rows.iter().enumerate() {
            let row = NameRow {
                tone: tone(name.tone),
                name: &name.name,
                second: &name.second,
                is_second_mono: name.is_second_mono,
                chip: name.chip.map(|(label, is_marked)| match is_marked {
                    true => Chip::selected(label),
                    false => Chip::plain(label),
                }),
                action: name.action.as_ref().map(|(label, _)| *label),
                cross: &name.take_out,
            };
            let pressed = ui.push_id(index, |ui| row.show(ui)).inner;
            match (pressed, &name.action) {
                (Some(Pressed::Cross), _) => {
                    change(outbox, Change::TakeOut(vec![name.span.clone()]));
                }
                (Some(Pressed::Action), Some((_, wanted))) => change(outbox, wanted.clone()),
                _ => {}
            }
        }
    });
}

/// How many names there are, and how many of them are refused or deserve a look.
fn head(ui: &mut Ui, names: &NamesView) {
    let wanted = vec2(ui.available_width(), 46.0);
    let (rect, _) = ui.allocate_exact_size(wanted, egui::Sense::hover());
    let line = Rect::from_min_max(
        pos2(rect.left() + card::LIST_PADDING, rect.top() + 16.0),
        pos2(rect.right() - card::LIST_PADDING, rect.top() + 36.0),
    );
    card::heading(ui, line, &names.title);
    let chips = [
        (Tone::Warn, &names.to_look_at),
        (Tone::Error, &names.refused),
    ];
    let mut x = line.right();
    for (tone, label) in chips {
        let Some(label) = label else {
            continue;
        };
        let chip = Chip::verdict(tone, label);
        let wanted = chip.size(ui);
        x -= wanted.x;
        let at = Rect::from_min_size(pos2(x, line.center().y - wanted.y / 2.0), wanted);
        let mut child = ui.new_child(UiBuilder::new().max_rect(at).id_salt(label));
        child.add(chip);
        x -= space::S;
    }
}

fn advice(ui: &mut Ui, names: &NamesView, lang: Lang, outbox: &mut Vec<Action>) {
    card::bare(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let tokens = Tokens::of(ui);
        let wanted = vec2(ui.available_width(), 47.0);
        let (rect, _) = ui.allocate_exact_size(wanted, egui::Sense::hover());
        let at = pos2(rect.left() + 25.0, rect.top() + 27.0);
        icon::paint(ui, at, Icon::Lightbulb, 18.0, tokens.accent);
        let line = Rect::from_min_max(
            pos2(rect.left() + 42.0, at.y - 10.0),
            pos2(rect.right() - card::LIST_PADDING, at.y + 10.0),
        );
        card::heading(ui, line, words::advice(lang));
        if names.advice.is_empty() {
            padded(ui, |ui| {
                text::paragraph(ui, words::advice_none(lang), Type::Small, tokens.muted);
            });
        }
        for (index, piece) in names.advice.iter().enumerate() {
            ui.push_id(index, |ui| one(ui, piece, outbox));
        }
        ui.add_space(space::XS);
    });
}

/// A line above, and the padding of the card.
fn padded(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let area = ui.available_rect_before_wrap();
    let line = Stroke::new(size::STROKE, Tokens::of(ui).border);
    ui.painter().hline(area.x_range(), area.top() + 0.5, line);
    let margin = egui::Margin {
        left: 16,
        right: 16,
        top: 12,
        bottom: 12,
    };
    egui::Frame::new().inner_margin(margin).show(ui, content);
}

fn one(ui: &mut Ui, piece: &AdviceView, outbox: &mut Vec<Action>) {
    padded(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let wanted = vec2(18.0, 20.0);
            let (rect, _) = ui.allocate_exact_size(wanted, egui::Sense::hover());
            icon::paint_tone(ui, rect.center(), tone(piece.tone), size::ICON);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let tokens = Tokens::of(ui);
                text::paragraph(ui, &piece.title, Type::Strong, tokens.text);
                if !piece.why.is_empty() {
                    text::paragraph(ui, &piece.why, Type::Small, tokens.secondary);
                }
                if let Some((label, wanted)) = &piece.action {
                    let button = Button::quiet(label).small();
                    let button = match wanted {
                        Change::AddName(_) => button.icon(Icon::Plus),
                        _ => button,
                    };
                    if ui.add(button).clicked() {
                        change(outbox, wanted.clone());
                    }
                }
            });
        });
    });
}
