//! One binding: findings, which entry of http.sys answers and why, its certificate.

use egui::{Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::state::Action;
use crate::state::iis::IisAction;
use crate::state::view::iis::DetailsView;
use crate::text::Lang;
use crate::text::iis::window as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::icon_button::icon_button;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::{card, text};

use super::iis::push;
use super::page;

const PADDING: f32 = 16.0;

/// Draws the card in the height there is.
pub fn ui(ui: &mut Ui, view: &DetailsView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let height = ui.available_height();
    card::bare(ui, |ui| {
        let rect = ui.available_rect_before_wrap();
        let rect = Rect::from_min_size(rect.min, vec2(rect.width(), height - 2.0 * size::STROKE));
        ui.allocate_rect(rect, Sense::hover());
        let inner = rect.shrink(PADDING);
        let mut child = ui.new_child(UiBuilder::new().max_rect(inner).id_salt("details"));
        child.spacing_mut().item_spacing = vec2(space::S, 0.0);
        head(&mut child, view, lang, desk, outbox);
        let area = child.available_rect_before_wrap();
        let foot = size::BUTTON + space::M;
        let body = Rect::from_min_max(area.min, pos2(area.right(), area.bottom() - foot));
        let salt = ("binding", view.at.site, view.at.binding);
        page::scrolled_in_card(&mut child, body, salt, |ui| {
            content(ui, view, lang);
            by_hand(ui, view, lang, outbox);
        });
        let at = pos2(area.left(), area.bottom() - size::BUTTON);
        let change = Button::standard(words::change_binding(lang)).icon(Icon::PencilSimple);
        let wanted = change.size(&child);
        if change
            .put(&mut child, Rect::from_min_size(at, wanted))
            .clicked()
        {
            push(outbox, IisAction::AskEdit(view.at));
        }
    });
}

fn head(ui: &mut Ui, view: &DetailsView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        let width = ui.available_width() - size::BUTTON_SMALL - space::S;
        text::name(ui, &view.title, Type::Heading, tokens.text, width);
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let close = icon_button(ui, Icon::X, words::close_details(lang));
            desk.regions.push(close.id);
            if close.clicked() {
                push(outbox, IisAction::Open(None));
            }
        });
    });
    let width = ui.available_width();
    text::name(ui, &view.binding, Type::Mono, tokens.muted, width);
    ui.add_space(space::M);
}

fn content(ui: &mut Ui, view: &DetailsView, lang: Lang) {
    ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
    if view.findings.is_empty() {
        let color = Tokens::of(ui).secondary;
        text::paragraph(ui, words::no_findings(lang), Type::Small, color);
    }
    for found in &view.findings {
        note_line(ui, tone(found.tone), &found.message, "");
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(size::ICON + space::S);
            let color = Tokens::of(ui).secondary;
            text::paragraph(ui, &found.why, Type::Small, color);
        });
        ui.add_space(space::S);
    }
    if !view.answers.is_empty() {
        section(ui, words::served(lang));
        for answer in &view.answers {
            let tokens = Tokens::of(ui);
            text::line(ui, answer.label, Type::Caption, tokens.muted);
            text::value(ui, &answer.entry, Type::Mono, tokens.text);
            if !answer.why.is_empty() {
                text::paragraph(ui, &answer.why, Type::Small, tokens.secondary);
            }
            ui.add_space(space::XS);
        }
    }
    if !view.certificate.is_empty() {
        section(ui, words::certificate(lang));
        for (line, index) in view.certificate.iter().zip(0usize..) {
            let tokens = Tokens::of(ui);
            let is_print = index + 1 == view.certificate.len();
            let kind = if is_print { Type::Mono } else { Type::Small };
            let color = if index == 0 {
                tokens.text
            } else {
                tokens.secondary
            };
            text::value(ui, line, kind, color);
        }
    }
    section(ui, words::binding(lang));
    for (label, value) in &view.facts {
        let tokens = Tokens::of(ui);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let (rect, _) = ui.allocate_exact_size(vec2(72.0, 18.0), Sense::hover());
            let galley = text::single(ui, label, Type::Small, tokens.muted);
            text::paint_centered(ui, &galley, rect.left(), rect.center().y);
            text::paragraph(ui, value, Type::Small, tokens.text);
        });
    }
}

fn by_hand(ui: &mut Ui, view: &DetailsView, lang: Lang, outbox: &mut Vec<Action>) {
    if view.ways.is_empty() {
        return;
    }
    section(ui, words::by_hand(lang));
    for (index, way) in view.ways.iter().enumerate() {
        let tokens = Tokens::of(ui);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            text::line(ui, way.label, Type::SmallStrong, tokens.text);
            if way.is_recommended {
                ui.add(Chip::plain(words::recommended(lang)));
            }
        });
        text::paragraph(ui, &way.reason, Type::Small, tokens.secondary);
        if let Some(command) = &way.command {
            ui.push_id(index, |ui| {
                text::value(ui, command, Type::Diff, tokens.text);
                let copy = Button::quiet(words::copy_command(lang))
                    .icon(Icon::Copy)
                    .small();
                if ui.add(copy).clicked() {
                    outbox.push(Action::Copy(command.clone()));
                }
            });
        }
        ui.add_space(space::S);
    }
}

fn section(ui: &mut Ui, title: &str) {
    ui.add_space(space::M);
    let color = Tokens::of(ui).text;
    text::line(ui, title, Type::Strong, color);
}
