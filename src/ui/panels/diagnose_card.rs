//! The check that is looked at: each of its problems with the record that helps, or that there is none.

use egui::Ui;

use crate::state::Action;
use crate::state::diagnose::DiagnoseAction;
use crate::state::view::diagnose::{CardView, DiagnoseView, ProblemView};
use crate::text::diagnose::panel as words;
use crate::text::{Lang, window};
use crate::ui::icons::Icon;
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::finding_card::{Finding, Pressed, Value, finding_card};

use crate::ui::widgets::state_card::StateCard;

use super::diagnose::push;
use super::page;

/// Draws the card, or one for each problem.
pub fn ui(ui: &mut Ui, view: &DiagnoseView, lang: Lang, outbox: &mut Vec<Action>) {
    let Some(card) = &view.card else {
        let (title, hint) = (words::nothing_so_far(lang), words::choose_check(lang));
        if view.no_network.is_none() {
            StateCard::empty(Icon::Pulse, title, hint).show(ui);
        }
        return;
    };
    if card.problems.is_empty() {
        quiet(ui, card, lang, outbox);
        return;
    }
    for (index, problem) in card.problems.iter().enumerate() {
        if index > 0 {
            ui.add_space(page::gap(ui));
        }
        one(ui, card, problem, index == 0, lang, outbox);
    }
}

fn again(card: &CardView, lang: Lang) -> Option<Button<'static>> {
    let button = Button::quiet(words::run_again(lang)).icon(Icon::ArrowsClockwise);
    card.can_run.then_some(button)
}

fn quiet(ui: &mut Ui, card: &CardView, lang: Lang, outbox: &mut Vec<Action>) {
    let remedies: Vec<Button<'_>> = again(card, lang).into_iter().collect();
    let finding = Finding {
        tone: tone(card.tone),
        sentence: &card.title,
        place: Some(&card.place),
        place_icon: Icon::Globe,
        reason: &card.quiet,
        code: None,
        evidence: &[],
        remedies: &remedies,
        aside: None,
        details_label: "",
        details: &[],
    };
    if let Some(Pressed::Remedy(_)) = finding_card(ui, "check", &finding) {
        push(outbox, DiagnoseAction::RunOne(card.key.clone()));
    }
}

fn one(
    ui: &mut Ui,
    card: &CardView,
    problem: &ProblemView,
    is_first: bool,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let view = &problem.finding;
    let mut remedies = Vec::new();
    if problem.records.is_some() {
        let label = match problem.has_several {
            true => words::copy_records(lang),
            false => words::copy_record(lang),
        };
        let copy = match is_first {
            true => Button::primary(label),
            false => Button::standard(label),
        };
        remedies.push(copy.icon(Icon::Copy));
    }
    let runs_at = remedies.len();
    remedies.extend(again(card, lang).filter(|_| is_first));
    let details: Vec<Value<'_>> = view
        .details
        .iter()
        .map(|detail| Value {
            label: &detail.label,
            value: &detail.value,
            copy: Some(&detail.copy),
        })
        .collect();
    let finding = Finding {
        tone: tone(view.tone),
        sentence: &view.message,
        place: Some(view.place.as_deref().unwrap_or(&card.place)),
        place_icon: Icon::Globe,
        reason: &view.reason,
        code: problem.records.as_deref(),
        evidence: &[],
        remedies: &remedies,
        aside: None,
        details_label: window::details(lang),
        details: &details,
    };
    match finding_card(ui, &view.key, &finding) {
        Some(Pressed::CopyDetail(index)) => {
            let detail = view.details.get(index);
            outbox.extend(detail.map(|detail| Action::Copy(detail.value.clone())));
        }
        Some(Pressed::Remedy(index)) if index == runs_at => {
            push(outbox, DiagnoseAction::RunOne(card.key.clone()));
        }
        Some(Pressed::Remedy(_)) => {
            outbox.extend(problem.records.clone().map(Action::Copy));
        }
        Some(Pressed::CopyEvidence(_)) | None => {}
    }
}
