//! The plan: what will be written, line by line, what was checked, and the ways to carry it out.

use egui::text::LayoutJob;
use egui::{Popup, Rect, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::state::iis::IisAction;
use crate::state::view::iis::plan::{LineKind, PlanView, RefusedView, StepView};
use crate::state::view::iis::{IisView, flag};
use crate::state::{Action, Model, Saving, view};
use crate::text::Lang;
use crate::text::iis::window as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::diff_block::{Change, diff_block};
use crate::ui::widgets::list_row::ListRow;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::{card, icon, text};

use super::iis::push;
use super::page;

/// Padding of the card.
const PADDING: f32 = 16.0;
/// Width of the menu of files.
const MENU: f32 = 220.0;
/// Head of the card.
const HEAD: f32 = 24.0;

/// Draws the card in the height there is.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &IisView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let height = ui.available_height();
    card::bare(ui, |ui| {
        let rect = ui.available_rect_before_wrap();
        let rect = Rect::from_min_size(rect.min, vec2(rect.width(), height - 2.0 * size::STROKE));
        ui.allocate_rect(rect, Sense::hover());
        let inner = rect.shrink(PADDING);
        head(ui, inner, view.plan.is_some(), lang);
        let body = Rect::from_min_max(pos2(inner.left(), inner.top() + HEAD), inner.max);
        let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("plan"));
        child.spacing_mut().item_spacing = vec2(space::S, 0.0);
        match &view.plan {
            Some(plan) => filled(&mut child, plan, lang, desk, outbox),
            None => empty(&mut child, model, view, lang, outbox),
        }
    });
}

fn head(ui: &mut Ui, inner: Rect, has_plan: bool, lang: Lang) {
    let tokens = Tokens::of(ui);
    let title = words::plan(lang);
    let line = Rect::from_min_size(inner.min, vec2(inner.width(), 20.0));
    let id = ui.scope_id().with("plan title");
    ui.interact(line, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let y = line.center().y;
    let at = pos2(line.left() + size::ICON / 2.0, y);
    icon::paint(ui, at, Icon::GitDiff, size::ICON, tokens.accent);
    let galley = text::single(ui, title, Type::Strong, tokens.text);
    text::paint_centered(ui, &galley, line.left() + size::ICON + 10.0, y);
    if has_plan {
        let chip = Chip::plain(words::not_written(lang));
        let wanted = chip.size(ui);
        let at = pos2(line.right() - wanted.x, y - wanted.y / 2.0);
        chip.paint(ui, Rect::from_min_size(at, wanted));
    }
}

fn empty(ui: &mut Ui, model: &Model, view: &IisView, lang: Lang, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.add_space(space::S);
    if model.iis.planning.is_some() {
        text::paragraph(ui, words::planning(lang), Type::Body, tokens.secondary);
        return;
    }
    text::paragraph(ui, words::choose_title(lang), Type::Strong, tokens.text);
    text::paragraph(ui, words::choose_hint(lang), Type::Small, tokens.secondary);
    if let Some((label, bindings)) = &view.scan.repairable {
        ui.add_space(space::M);
        let button = Button::primary(label).icon(Icon::Wrench);
        if ui.add(button).on_hover_text(flag::SUGGESTED).clicked() {
            push(outbox, IisAction::Mark(bindings.clone(), true));
        }
    }
    if !view.scan.others.is_empty() {
        ui.add_space(space::L);
        let body = ui.available_rect_before_wrap();
        page::scrolled_in_card(ui, body, "others", |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            for found in &view.scan.others {
                note_line(ui, tone(found.tone), &found.message, &found.why);
            }
        });
    }
}

fn filled(ui: &mut Ui, plan: &PlanView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let area = ui.available_rect_before_wrap();
    let note = text::wrapped(
        ui,
        words::kept_copy(lang),
        Type::Small,
        Tokens::of(ui).secondary,
        area.width() - size::ICON - space::S,
    );
    let foot_height = space::M + note.size().y + space::M + size::BUTTON;
    let body = Rect::from_min_max(area.min, pos2(area.right(), area.bottom() - foot_height));
    page::scrolled_in_card(ui, body, "plan steps", |ui| content(ui, plan, lang));
    let foot = Rect::from_min_max(pos2(area.left(), body.bottom()), area.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(foot).id_salt("plan foot"));
    child.add_space(space::M);
    child.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let color = Tokens::of(ui).secondary;
        icon::icon(ui, Icon::ArrowCounterClockwise, size::ICON, color);
        text::paragraph(ui, words::kept_copy(lang), Type::Small, color);
    });
    child.add_space(space::M);
    buttons(&mut child, plan, lang, desk, outbox);
}

fn content(ui: &mut Ui, plan: &PlanView, lang: Lang) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
    text::paragraph(ui, &plan.sentence, Type::Small, tokens.secondary);
    ui.add_space(space::M);
    for step in &plan.steps {
        one(ui, step);
    }
    if let Some(more) = &plan.more {
        text::paragraph(ui, more, Type::Small, tokens.muted);
        ui.add_space(space::M);
    }
    for left_out in &plan.refused {
        refused(ui, left_out);
    }
    for (said, words) in &plan.checks {
        check(ui, *said, words);
    }
    if !plan.commands.is_empty() {
        ui.add_space(space::S);
        text::paragraph(ui, words::netsh_before(lang), Type::Caption, tokens.muted);
    }
}

fn one(ui: &mut Ui, step: &StepView) {
    let tokens = Tokens::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        text::line(ui, &step.number, Type::Strong, tokens.text);
        let mut job = LayoutJob::default();
        let (start, end) = step.strong.unwrap_or((0, 0));
        let parts = [
            (step.heading.get(..start), Type::Body),
            (step.heading.get(start..end), Type::Strong),
            (step.heading.get(end..), Type::Body),
        ];
        for (part, kind) in parts {
            let format = text::format(ui, kind, tokens.text);
            job.append(part.unwrap_or_default(), 0.0, format);
        }
        job.wrap.max_width = ui.available_width();
        text::laid_out(ui, job, &step.heading);
    });
    ui.add_space(space::S);
    for block in &step.blocks {
        let lines: Vec<(Change, &str)> = block
            .lines
            .iter()
            .map(|(kind, line)| match kind {
                LineKind::Added => (Change::Added, line.as_str()),
                LineKind::Removed => (Change::Removed, line.as_str()),
            })
            .collect();
        diff_block(ui, &block.caption, &lines);
        ui.add_space(space::S);
    }
    ui.add_space(space::XS);
}

fn refused(ui: &mut Ui, left_out: &RefusedView) {
    note_line(ui, Tone::Warn, &left_out.heading, &left_out.why);
    ui.add_space(space::M);
}

/// What is sound has a thin check, so that only problems are loud.
fn check(ui: &mut Ui, said: view::Tone, words: &str) {
    if said != view::Tone::Ok {
        note_line(ui, tone(said), words, "");
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let tokens = Tokens::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, 22.0), Sense::hover());
        icon::paint_mark(ui, rect.center(), Tone::Ok);
        ui.vertical(|ui| {
            ui.add_space(2.0);
            text::paragraph(ui, words, Type::Small, tokens.text);
        });
    });
}

fn buttons(ui: &mut Ui, plan: &PlanView, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let apply = Button::primary(words::apply(lang))
            .icon(Icon::ShieldCheck)
            .off(plan.off);
        let apply = ui.add(apply);
        desk.regions.push(apply.id);
        if apply.on_hover_text(flag::APPLY).clicked() {
            push(outbox, IisAction::AskApply);
        }
        let off = (plan.count == 0).then(|| words::nothing_to_change(lang));
        let save = Button::standard(words::save_as(lang))
            .icon(Icon::TerminalWindow)
            .trailing_icon(Icon::CaretDown)
            .off(off);
        let save = ui.add(save);
        if off.is_none() {
            Popup::menu(&save).show(|ui| menu(ui, lang, outbox));
        }
    });
}

fn menu(ui: &mut Ui, lang: Lang, outbox: &mut Vec<Action>) {
    ui.set_width(MENU);
    let ways = [
        (words::save_script(lang), Saving::IisScript, flag::SCRIPT),
        (words::save_plan(lang), Saving::IisPlan, flag::OUT),
        (words::save_copy(lang), Saving::IisCopy, flag::SAVE_COPY),
    ];
    for (label, what, twin) in ways {
        let row = ListRow::new(label).clickable().row_height(size::BUTTON);
        if ui.add(row).on_hover_text(twin).clicked() {
            outbox.push(Action::AskSave(what));
        }
    }
}
