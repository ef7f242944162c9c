//! Asks before a plan for IIS is carried out: what is written, where the copy goes, what http.sys needs first.

use egui::{Context, Id, ScrollArea, Ui};

use crate::state::iis::IisAction;
use crate::state::view::Views;
use crate::state::view::iis::flag;
use crate::state::view::iis::plan::{LineKind, PlanView, StepView};
use crate::state::{Action, Model};
use crate::text::iis::window as words;
use crate::text::{Lang, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::diff_block::{Change, diff_block};
use crate::ui::widgets::text;

/// Height that the changes take at most.
const CHANGES: f32 = 240.0;

/// Draws the dialog.
pub fn ui(
    ctx: &Context,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &Desk,
    outbox: &mut Vec<Action>,
) {
    let plan = views.iis.as_ref().and_then(|view| view.plan.as_ref());
    let Some(plan) = plan.filter(|_| model.iis.is_plan_current()) else {
        outbox.push(Action::CloseDialog);
        return;
    };
    let id = Id::unique("iis apply dialog");
    let shown = dialog(ctx, id, words::apply_title(lang), size::DIALOG_WIDE, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        content(ui, plan, lang, outbox);
        ui.add_space(space::M);
        buttons(ui, plan, lang, desk)
    });
    match shown.inner {
        Some(true) => outbox.push(Action::Iis(IisAction::Apply)),
        Some(false) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}

fn content(ui: &mut Ui, plan: &PlanView, lang: Lang, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    let question = words::apply_question(lang, &plan.path);
    text::paragraph(ui, &question, Type::Body, tokens.secondary);
    text::paragraph(ui, &plan.sentence, Type::Body, tokens.secondary);
    ui.add_space(space::S);
    ScrollArea::vertical()
        .id_salt("changes")
        .max_height(CHANGES)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            for step in &plan.steps {
                changes(ui, step);
            }
            if let Some(more) = &plan.more {
                text::paragraph(ui, more, Type::Small, tokens.muted);
            }
        });
    ui.add_space(space::S);
    text::paragraph(ui, words::where_copy(lang), Type::Small, tokens.secondary);
    text::value(ui, &plan.copies, Type::Mono, tokens.text);
    if !plan.commands.is_empty() {
        ui.add_space(space::S);
        commands(ui, plan, lang, outbox);
    }
}

/// The blocks of the file; those of http.sys are the commands.
fn changes(ui: &mut Ui, step: &StepView) {
    for block in step.blocks.iter().filter(|block| block.is_file) {
        let lines: Vec<(Change, &str)> = block
            .lines
            .iter()
            .map(|(kind, line)| match kind {
                LineKind::Added => (Change::Added, line.as_str()),
                LineKind::Removed => (Change::Removed, line.as_str()),
            })
            .collect();
        diff_block(ui, &block.caption, &lines);
    }
}

fn commands(ui: &mut Ui, plan: &PlanView, lang: Lang, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    text::paragraph(ui, words::netsh_first(lang), Type::Small, tokens.secondary);
    egui::Frame::new()
        .fill(tokens.sunken)
        .corner_radius(egui::CornerRadius::same(crate::ui::tokens::radius::CONTROL))
        .inner_margin(egui::Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ScrollArea::vertical()
                .id_salt("commands")
                .max_height(100.0)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    for command in &plan.commands {
                        text::value(ui, command, Type::Diff, tokens.text);
                    }
                });
        });
    let copy = Button::quiet(words::copy_commands(lang))
        .icon(Icon::Copy)
        .small();
    ui.horizontal(|ui| {
        // A quiet button hangs out to the edge.
        ui.add_space(-copy.padding());
        if ui.add(copy).clicked() {
            outbox.push(Action::Copy(plan.commands.join("\r\n")));
        }
    });
}

fn buttons(ui: &mut Ui, plan: &PlanView, lang: Lang, desk: &Desk) -> Option<bool> {
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let go = Button::primary(words::apply_go(lang))
                .icon(Icon::ShieldCheck)
                .off(plan.off);
            let go = ui.add(go);
            if desk.is_dialog_new {
                go.request_focus();
            }
            if go.on_hover_text(flag::APPLY).clicked() {
                answer = Some(true);
            }
            if ui.add(Button::standard(window::cancel(lang))).clicked() {
                answer = Some(false);
            }
        });
    });
    answer
}
