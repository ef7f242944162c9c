//! IIS: verdict, bindings, the plan for those that are marked, acts and the way back.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::state::drafts::iis::Tab;
use crate::state::iis::{Acting, IisAction, Scanning};
use crate::state::view::iis::{IisView, Offer, OutcomeView, act_words, failure_words};
use crate::state::view::{Tone, Views};
use crate::state::{Action, Model, Saving};
use crate::text::iis::window as words;
use crate::text::{Lang, progress, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::state_card::{Pressed, StateCard};
use crate::ui::widgets::tab_bar::tab_bar;
use crate::ui::widgets::verdict_line::verdict_line;

use super::{chain, iis_details, iis_empty, iis_plan, iis_table, page};

/// Draws the panel.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    page::filled(ui, |ui| {
        let view = views.iis.as_deref().filter(|_| model.iis.scan.is_some());
        let Some(view) = view else {
            page::header(ui, desk, words::iis(lang), words::iis_sub(lang), &[]);
            scanning(ui, model, lang, outbox);
            iis_empty::ui(ui, model, lang, outbox);
            return;
        };
        head(ui, model, view, lang, desk, outbox);
        scanning(ui, model, lang, outbox);
        acting(ui, model, lang, outbox);
        let verdict = &view.scan.verdict;
        verdict_line(ui, tone(verdict.tone), &verdict.sentence, &verdict.context);
        ui.add_space(page::gap(ui));
        match page::is_narrow(ui) {
            true => narrow(ui, model, view, lang, desk, outbox),
            false => wide(ui, model, view, lang, desk, outbox),
        }
    });
}

/// Adds a step of the panel to what has happened.
pub fn push(outbox: &mut Vec<Action>, action: IisAction) {
    outbox.push(Action::Iis(action));
}

fn head(
    ui: &mut Ui,
    model: &Model,
    view: &IisView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let off = model.iis.is_acting().then(|| words::acting(lang));
    let buttons = [
        Button::standard(words::open_files(lang))
            .icon(Icon::FolderOpen)
            .off(off),
        Button::standard(words::scan_again(lang))
            .icon(Icon::ArrowsClockwise)
            .off(off),
    ];
    match page::header(ui, desk, words::iis(lang), &view.scan.sub, &buttons) {
        Some(0) => push(outbox, IisAction::AskOpen),
        Some(_) => push(outbox, IisAction::ScanAgain),
        None => {}
    }
}

/// How far reading is. What was read before stays below.
fn scanning(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    let kept = match model.iis.scan {
        Some(_) => words::older_kept(lang),
        None => window::cancelled_nothing(lang),
    };
    let actions = [
        Button::standard(words::open_files(lang)).icon(Icon::FolderOpen),
        Button::standard(window::run_again(lang)).icon(Icon::ArrowsClockwise),
    ];
    let pressed = match &model.iis.scanning {
        Scanning::NotBegun | Scanning::Done => return,
        Scanning::Running(job) => {
            if chain::running(ui, model, *job, words::reading(lang), lang, outbox) {
                ui.add_space(page::gap(ui));
            }
            return;
        }
        Scanning::Cancelled { stage, done, total } => {
            let what = stage.map_or(words::reading(lang), |stage| progress::stage(lang, stage));
            let title = window::stopped(lang, what, *done, *total);
            let card = StateCard::cancelled(&title, kept).actions(&actions);
            card.close(window::dismiss(lang)).show(ui)
        }
        Scanning::Failed(failure) => {
            let (title, detail) = failure_words(lang, failure);
            let card = StateCard::error(&title, &detail).actions(&actions);
            card.close(window::dismiss(lang)).show(ui)
        }
    };
    ui.add_space(page::gap(ui));
    match pressed {
        Some(Pressed::Action(0)) => push(outbox, IisAction::AskOpen),
        Some(Pressed::Action(_)) => push(outbox, IisAction::ScanAgain),
        Some(Pressed::Close) => push(outbox, IisAction::DismissEnded),
        None => {}
    }
}

/// How the last act ended.
fn acting(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    if let Acting::Running(job) = &model.iis.acting {
        if chain::running(ui, model, *job, words::acting(lang), lang, outbox) {
            ui.add_space(page::gap(ui));
        }
        return;
    }
    let Some(ended) = act_words(lang, model) else {
        return;
    };
    let mut buttons = offers(lang, &ended);
    if ended.offer == Some(Offer::Save) && model.may_have_iis() {
        let ask = Button::standard(words::as_administrator(lang)).icon(Icon::ShieldCheck);
        buttons.push(ask);
    }
    let card = match ended.tone {
        Tone::Ok => StateCard::done(&ended.title, &ended.detail),
        Tone::Error | Tone::Warn => StateCard::error(&ended.title, &ended.detail),
        Tone::Info | Tone::Neutral => StateCard::cancelled(&ended.title, &ended.detail),
    };
    let pressed = card.actions(&buttons).close(window::dismiss(lang)).show(ui);
    ui.add_space(page::gap(ui));
    match (pressed, ended.offer) {
        (Some(Pressed::Close), _) => push(outbox, IisAction::DismissEnded),
        (Some(Pressed::Action(_)), Some(Offer::Undo)) => push(outbox, IisAction::Undo(None)),
        (Some(Pressed::Action(_)), Some(Offer::ScanAgain)) => push(outbox, IisAction::ScanAgain),
        (Some(Pressed::Action(0)), Some(Offer::Save)) => {
            outbox.push(Action::AskSave(Saving::IisScript));
        }
        (Some(Pressed::Action(1)), Some(Offer::Save)) => {
            outbox.push(Action::AskSave(Saving::IisCopy));
        }
        (Some(Pressed::Action(_)), Some(Offer::Save)) => push(outbox, IisAction::ApplyElevated),
        _ => {}
    }
}

fn offers(lang: Lang, ended: &OutcomeView) -> Vec<Button<'static>> {
    match ended.offer {
        None => Vec::new(),
        Some(Offer::ScanAgain) => {
            vec![Button::standard(words::scan_again(lang)).icon(Icon::ArrowsClockwise)]
        }
        Some(Offer::Save) => vec![
            Button::standard(words::save_script(lang)).icon(Icon::TerminalWindow),
            Button::standard(words::save_copy(lang)).icon(Icon::FloppyDisk),
        ],
        Some(Offer::Undo) => {
            vec![Button::standard(words::undo(lang)).icon(Icon::ArrowCounterClockwise)]
        }
    }
}

/// Bindings at the left, the plan or a binding's details beside them, both down to the bottom.
fn wide(
    ui: &mut Ui,
    model: &Model,
    view: &IisView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let area = ui.available_rect_before_wrap();
    let main_width = area.width() - size::PLAN - space::XL;
    let left = Rect::from_min_size(area.min, vec2(main_width, area.height()));
    let right = Rect::from_min_max(pos2(area.right() - size::PLAN, area.top()), area.max);
    let layout = Layout::top_down(Align::LEFT);
    let column = |rect, salt| UiBuilder::new().max_rect(rect).layout(layout).id_salt(salt);
    let mut main = ui.new_child(column(left, "main"));
    iis_table::ui(&mut main, model, view, lang, desk, outbox);
    let mut side = ui.new_child(column(right, "side"));
    match &view.details {
        Some(details) => iis_details::ui(&mut side, details, lang, desk, outbox),
        None => iis_plan::ui(&mut side, model, view, lang, desk, outbox),
    }
    ui.advance_cursor_after_rect(area);
}

/// One at a time: the side column is a tab with a count.
fn narrow(
    ui: &mut Ui,
    model: &Model,
    view: &IisView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let count = view.plan.as_ref().map_or(0, |plan| plan.count);
    let plan = words::plan_tab(lang, count);
    let mut tabs = vec![
        (Tab::Bindings, words::bindings_tab(lang)),
        (Tab::Plan, plan.as_str()),
    ];
    if view.details.is_some() {
        tabs.push((Tab::Details, words::binding_tab(lang)));
    }
    let draft = &mut desk.drafts.iis;
    if draft.tab == Tab::Details && view.details.is_none() {
        draft.tab = Tab::Bindings;
    }
    let labels: Vec<&str> = tabs.iter().map(|(_, label)| *label).collect();
    let chosen = tabs.iter().position(|(tab, _)| *tab == draft.tab);
    if let Some(pressed) = tab_bar(ui, &labels, chosen.unwrap_or(0)) {
        draft.tab = tabs.get(pressed).map_or(Tab::Bindings, |(tab, _)| *tab);
    }
    ui.add_space(page::gap(ui));
    match (desk.drafts.iis.tab, &view.details) {
        (Tab::Plan, _) => iis_plan::ui(ui, model, view, lang, desk, outbox),
        (Tab::Details, Some(details)) => iis_details::ui(ui, details, lang, desk, outbox),
        _ => iis_table::ui(ui, model, view, lang, desk, outbox),
    }
}
