//! The check that is looked at: each of its problems with the record that helps, or that there is none.

use egui::Ui;

use crate::state::Action;
use crate::state::diagnose::DiagnoseAction;
use crate::state::view::diagnose::{CardOffer, CardView, DiagnoseView, ProblemView};
use crate::text::diagnose::{options, panel as words};
use crate::text::{Lang, window};
use crate::ui::icons::Icon;
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::finding_card::{Finding, Pressed, Value, finding_card};

use crate::ui::widgets::state_card::StateCard;

use super::diagnose::push;
use super::{diagnose_served, page};

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
    }
    for (index, problem) in card.problems.iter().enumerate() {
        if index > 0 {
            ui.add_space(page::gap(ui));
        }
        one(ui, card, problem, index == 0, lang, outbox);
    }
    if !card.served.is_empty() {
        ui.add_space(page::gap(ui));
        diagnose_served::ui(ui, &card.served, lang);
    }
}

/// What a remedy of the card does.
#[derive(Clone, Copy)]
enum Remedy {
    RunAgain,
    Copy,
    Offer(CardOffer),
    OpenServed,
}

/// The ways on that belong to the check, whatever it found.
fn ways(card: &CardView, lang: Lang) -> Vec<(Remedy, Button<'static>)> {
    let offer = card.offer.map(|offer| {
        let button = match offer {
            CardOffer::Expected => {
                Button::standard(words::expected(lang)).icon(Icon::ClipboardText)
            }
            CardOffer::OpenFile => {
                Button::standard(options::compare_open(lang)).icon(Icon::FolderOpen)
            }
        };
        (Remedy::Offer(offer), button)
    });
    let open = Button::standard(options::open_served(lang)).icon(Icon::Package);
    let again = Button::quiet(words::run_again(lang)).icon(Icon::ArrowsClockwise);
    let mut all: Vec<(Remedy, Button<'static>)> = offer.into_iter().collect();
    all.extend(card.can_open.then_some((Remedy::OpenServed, open)));
    all.extend(card.can_run.then_some((Remedy::RunAgain, again)));
    all
}

fn act(card: &CardView, remedy: Remedy, copied: Option<&String>, outbox: &mut Vec<Action>) {
    match remedy {
        Remedy::RunAgain => push(outbox, DiagnoseAction::RunOne(card.key.clone())),
        Remedy::Copy => outbox.extend(copied.cloned().map(Action::Copy)),
        Remedy::Offer(CardOffer::Expected) => push(outbox, DiagnoseAction::AskExpected),
        Remedy::Offer(CardOffer::OpenFile) => outbox.push(Action::AskAddFiles),
        Remedy::OpenServed => push(outbox, DiagnoseAction::OpenServed(card.key.clone())),
    }
}

fn quiet(ui: &mut Ui, card: &CardView, lang: Lang, outbox: &mut Vec<Action>) {
    let ways = ways(card, lang);
    let remedies: Vec<Button<'_>> = ways.iter().map(|(_, button)| *button).collect();
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
    if let Some(Pressed::Remedy(index)) = finding_card(ui, "check", &finding)
        && let Some((remedy, _)) = ways.get(index)
    {
        act(card, *remedy, None, outbox);
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
    let mut all: Vec<(Remedy, Button<'_>)> = Vec::new();
    if problem.records.is_some() {
        let label = match (problem.are_parts, problem.has_several) {
            (true, _) => options::copy_parts(lang),
            (false, true) => words::copy_records(lang),
            (false, false) => words::copy_record(lang),
        };
        let copy = match is_first {
            true => Button::primary(label),
            false => Button::standard(label),
        };
        all.push((Remedy::Copy, copy.icon(Icon::Copy)));
    }
    if is_first {
        all.extend(ways(card, lang));
    }
    let remedies: Vec<Button<'_>> = all.iter().map(|(_, button)| *button).collect();
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
        Some(Pressed::Remedy(index)) => {
            if let Some((remedy, _)) = all.get(index) {
                act(card, *remedy, problem.records.as_ref(), outbox);
            }
        }
        Some(Pressed::CopyEvidence(_)) | None => {}
    }
}
