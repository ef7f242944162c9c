//! Why a CA does not issue, or a browser does not trust: names, verdict, four lanes of checks, the one that is
//! looked at, whom was asked.

use egui::{Popup, Rect, Response, Ui, UiBuilder, pos2, vec2};

use crate::state::diagnose::{DiagnoseAction, Running};
use crate::state::view::Views;
use crate::state::view::diagnose::{DiagnoseView, export, flag};
use crate::state::{Action, Model, Saving};
use crate::text::diagnose::panel as words;
use crate::text::{Lang, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::list_row::ListRow;
use crate::ui::widgets::state_card::{Pressed, StateCard};
use crate::ui::widgets::verdict_line::verdict_line;

use super::{diagnose_card, diagnose_input, diagnose_lanes, diagnose_line, page};

/// Draws the panel.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let Some(view) = views.diagnose.as_deref() else {
        return;
    };
    page::scrolled(ui, "diagnose", |ui| {
        ui.set_max_width(size::CONTENT.min(ui.available_width()));
        head(ui, model, lang, desk, outbox);
        diagnose_input::ui(ui, model, view, lang, desk, outbox);
        ui.add_space(page::gap(ui));
        ended(ui, model, view, lang, outbox);
        if view.lanes.is_empty() {
            empty(ui, view, lang, outbox);
            return;
        }
        verdict(ui, model, view, lang, outbox);
        diagnose_lanes::ui(ui, model, view, lang, desk, outbox);
        ui.add_space(page::gap(ui));
        below(ui, view, lang, outbox);
    });
}

/// Adds a step of the panel to what has happened.
pub fn push(outbox: &mut Vec<Action>, action: DiagnoseAction) {
    outbox.push(Action::Diagnose(action));
}

fn head(ui: &mut Ui, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let held = &model.diagnose;
    let no_run = held.history.is_empty().then(|| words::history_empty(lang));
    let no_ticket = match held.is_running() {
        true => Some(words::run_still(lang)),
        false => held.last.is_none().then(|| words::history_empty(lang)),
    };
    let buttons = [
        Button::standard(words::history(lang))
            .icon(Icon::Clock)
            .off(no_run),
        Button::standard(words::copy_ticket(lang))
            .icon(Icon::Copy)
            .off(no_ticket),
        Button::standard(words::save_again(lang))
            .icon(Icon::Export)
            .off(no_ticket),
    ];
    let title = (words::diagnose(lang), words::sub(lang));
    let (drawn, _) = page::header_beside(ui, desk, title, &buttons, 0.0);
    let is_pressed = |index: usize| drawn.get(index).is_some_and(Response::clicked);
    if is_pressed(0) {
        push(outbox, DiagnoseAction::AskHistory);
    }
    if is_pressed(1) {
        outbox.extend(export::ticket(model).map(Action::Copy));
    }
    if let Some(save) = drawn.get(2).filter(|_| no_ticket.is_none()) {
        save.clone().on_hover_text(flag::TICKET);
        Popup::menu(save).show(|ui| save_menu(ui, lang, outbox));
    }
}

fn save_menu(ui: &mut Ui, lang: Lang, outbox: &mut Vec<Action>) {
    ui.set_width(260.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let ways = [
        (words::save_ticket_text(lang), Saving::TicketText),
        (words::save_ticket_html(lang), Saving::TicketHtml),
        (words::save_ticket_json(lang), Saving::TicketJson),
    ];
    for (label, what) in ways {
        if ui.add(ListRow::new(label).clickable()).clicked() {
            outbox.push(Action::AskSave(what));
            ui.close();
        }
    }
}

/// How the last run ended when it did not come to its end.
fn ended(ui: &mut Ui, model: &Model, view: &DiagnoseView, lang: Lang, outbox: &mut Vec<Action>) {
    let again = [Button::standard(words::run_again(lang)).icon(Icon::ArrowsClockwise)];
    let pressed = match (&model.diagnose.running, &view.failed) {
        (Running::Cancelled { done, total }, _) => {
            let title = words::stopped(lang, *done, *total);
            let card = StateCard::cancelled(&title, words::cancelled_kept(lang));
            card.actions(&again).close(window::dismiss(lang)).show(ui)
        }
        (Running::Failed(_), Some((title, detail))) => {
            let card = StateCard::error(title, detail);
            card.actions(&again).close(window::dismiss(lang)).show(ui)
        }
        _ => return,
    };
    ui.add_space(page::gap(ui));
    match pressed {
        Some(Pressed::Action(_)) => push(outbox, DiagnoseAction::Run),
        Some(Pressed::Close) => push(outbox, DiagnoseAction::DismissEnded),
        None => {}
    }
}

/// What it does, and the two ways in.
fn empty(ui: &mut Ui, view: &DiagnoseView, lang: Lang, outbox: &mut Vec<Action>) {
    let paste = Button::standard(words::expected_pasted(lang)).icon(Icon::ClipboardText);
    let open = view.offered.first();
    let open_label = open.map(|(label, _)| label.as_str()).unwrap_or_default();
    let with_open = [paste, Button::standard(open_label).icon(Icon::Certificate)];
    let buttons = match open {
        Some(_) => with_open.as_slice(),
        None => with_open.get(..1).unwrap_or_default(),
    };
    let (title, hint) = (words::empty_title(lang), words::empty_hint(lang));
    let card = StateCard::empty(Icon::Pulse, title, hint).actions(buttons);
    match (card.show(ui), open) {
        (Some(Pressed::Action(0)), _) => push(outbox, DiagnoseAction::AskExpected),
        (Some(Pressed::Action(_)), Some((_, names))) => {
            push(outbox, DiagnoseAction::Begin(names.clone()));
        }
        _ => {}
    }
}

/// The verdict, and at its right the way to look again by itself.
fn verdict(ui: &mut Ui, model: &Model, view: &DiagnoseView, lang: Lang, outbox: &mut Vec<Action>) {
    let Some(line) = &view.verdict else {
        return;
    };
    let held = &model.diagnose;
    let area = ui.available_rect_before_wrap();
    let watch = Button::standard(words::watch(lang)).icon(Icon::Eye);
    let is_offered = view.expected > 0 && !held.is_running();
    let wanted = watch.size(ui);
    let room = if is_offered { wanted.x + space::L } else { 0.0 };
    let left = Rect::from_min_max(area.min, pos2(area.right() - room, f32::INFINITY));
    let mut child = ui.new_child(UiBuilder::new().max_rect(left).id_salt("verdict"));
    let context = match held.round {
        Some(round) => watched(ui, round, held.is_running(), lang),
        None => line.context.clone(),
    };
    verdict_line(&mut child, tone(line.tone), &line.sentence, &context);
    let bottom = child.min_rect().bottom();
    if is_offered {
        let middle = (area.top() + bottom) / 2.0;
        let at = pos2(area.right() - wanted.x, middle - wanted.y / 2.0);
        let response = watch.put(ui, Rect::from_min_size(at, wanted));
        if response.on_hover_text(flag::WATCH).clicked() {
            push(outbox, DiagnoseAction::Watch);
        }
    }
    let all = Rect::from_min_max(area.min, pos2(area.right(), bottom));
    ui.advance_cursor_after_rect(all);
    if let Some(system) = &view.no_network {
        ui.add_space(space::XS);
        diagnose_line::raw(ui, lang, system);
    }
    ui.add_space(page::gap(ui));
}

/// Where a watch is; the seconds count down.
fn watched(ui: &Ui, round: crate::state::diagnose::Round, is_running: bool, lang: Lang) -> String {
    if !is_running {
        return words::rounds(lang, round.number);
    }
    let left = round.next_at_secs.map(|at| {
        let left = (at - ui.input(|input| input.time)).max(0.0).ceil();
        ui.ctx().request_repaint_after_secs(1.0);
        left as u64
    });
    words::round(lang, round.number, left)
}

/// The check that is looked at beside whom was asked; then who said what.
fn below(ui: &mut Ui, view: &DiagnoseView, lang: Lang, outbox: &mut Vec<Action>) {
    let gap = page::gap(ui);
    if page::is_narrow(ui) {
        diagnose_card::ui(ui, view, lang, outbox);
        ui.add_space(gap);
        diagnose_line::ui(ui, view, lang);
    } else {
        let area = ui.available_rect_before_wrap();
        let main_width = area.width() - diagnose_line::WIDTH - space::XL;
        let left = Rect::from_min_size(area.min, vec2(main_width, f32::INFINITY));
        let right = Rect::from_min_size(
            pos2(area.right() - diagnose_line::WIDTH, area.top()),
            vec2(diagnose_line::WIDTH, f32::INFINITY),
        );
        let mut main = ui.new_child(UiBuilder::new().max_rect(left).id_salt("main"));
        diagnose_card::ui(&mut main, view, lang, outbox);
        let mut side = ui.new_child(UiBuilder::new().max_rect(right).id_salt("side"));
        diagnose_line::ui(&mut side, view, lang);
        let bottom = main.min_rect().bottom().max(side.min_rect().bottom());
        let all = Rect::from_min_max(area.min, pos2(area.right(), bottom));
        ui.advance_cursor_after_rect(all);
    }
    if !view.table.is_empty() {
        ui.add_space(gap);
        diagnose_line::table(ui, view, lang);
    }
}
