//! A request that exists: verdict, problems, what it asks for; beside them what it is held against.

use egui::{Response, Ui};

use crate::core::x509::ValidationLevel;
use crate::state::csr_check::{CheckAction, CheckProgress};
use crate::state::view::Views;
use crate::state::view::csr_check::{CheckView, CheckedView, OptionView, flag};
use crate::state::{Action, Model};
use crate::text::csr::check as words;
use crate::text::{Lang, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Choice, choice};
use crate::ui::widgets::drop_zone::{DropZone, Pressed};
use crate::ui::widgets::fact_row::fact_row;
use crate::ui::widgets::state_card::StateCard;
use crate::ui::widgets::text_area::text_area;
use crate::ui::widgets::verdict_line::verdict_line;
use crate::ui::widgets::{card, text};

use super::{bundle_findings, bundle_state, csr_tabs, page};

const ZONE_MIN: f32 = 240.0;
const LABELS: f32 = 128.0;
const ROWS: usize = 3;
/// Options from which on the list can be narrowed down.
const LONG: usize = 10;

/// Draws the part.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let view = views.csr_check.as_deref();
    let view = view.filter(|view| !view.requests.is_empty());
    let buttons = [Button::standard(words::open(lang)).icon(Icon::FileText)];
    let buttons: &[Button<'_>] = if view.is_some() { &buttons } else { &[] };
    let title = (words::title(lang), words::sub(lang));
    let drawn = csr_tabs::header(ui, model, lang, desk, title, buttons, outbox);
    if drawn.iter().any(Response::clicked) {
        outbox.push(Action::AskAddFiles);
    }
    bundle_state::ui(ui, model, lang, outbox);
    let Some(view) = view else {
        empty(ui, lang, outbox);
        return;
    };
    page::columns(
        ui,
        &mut (desk, outbox),
        |ui, (_, outbox)| result(ui, model, view, lang, outbox),
        |ui, (desk, outbox)| held_against(ui, model, view, lang, desk, outbox),
    );
}

fn push(outbox: &mut Vec<Action>, action: CheckAction) {
    outbox.push(Action::CsrCheck(action));
}

fn empty(ui: &mut Ui, lang: Lang, outbox: &mut Vec<Action>) {
    let buttons = [
        Button::primary(words::open(lang)).icon(Icon::FileText),
        Button::standard(window::paste_pem(lang)).icon(Icon::ClipboardText),
    ];
    let zone = DropZone {
        title: words::empty_title(lang),
        hint: words::empty_hint(lang),
        actions: &buttons,
        aside: None,
        in_flight: false,
    };
    let free = ui.max_rect().bottom() - ui.cursor().top() - space::XL;
    match zone.show(ui, free.max(ZONE_MIN)) {
        Some(Pressed::Action(0)) => outbox.push(Action::AskAddFiles),
        Some(Pressed::Action(_)) => outbox.push(Action::RequestPaste),
        _ => {}
    }
}

fn result(ui: &mut Ui, model: &Model, view: &CheckView, lang: Lang, outbox: &mut Vec<Action>) {
    if let Some((happened, remedy)) = &view.failed {
        StateCard::error(happened, remedy).show(ui);
        return;
    }
    let Some(checked) = &view.checked else {
        if matches!(model.csr_check.progress, CheckProgress::Running(_)) {
            text::line(ui, words::checking(lang), Type::Body, Tokens::of(ui).muted);
        }
        return;
    };
    let line = &checked.verdict;
    verdict_line(ui, tone(line.tone), &line.sentence, &line.context);
    bundle_findings::ui(ui, model, &checked.findings, lang, outbox);
    facts(ui, checked, lang, outbox);
}

fn facts(ui: &mut Ui, checked: &CheckedView, lang: Lang, outbox: &mut Vec<Action>) {
    let copy = Button::quiet(words::copy_pem(lang))
        .icon(Icon::Copy)
        .small();
    let title = words::says(lang);
    let (is_copied, ()) = card::titled(ui, title, Some(&copy), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for fact in &checked.facts {
            let kind = if fact.is_mono { Type::Mono } else { Type::Body };
            fact_row(ui, &fact.label, LABELS, |ui, _| {
                text::paragraph(ui, &fact.value, kind, Tokens::of(ui).text);
            });
        }
    });
    if is_copied {
        outbox.push(Action::Copy(checked.pem.clone()));
    }
    if let Some(ledger) = &checked.ledger {
        text::paragraph(ui, ledger, Type::Small, Tokens::of(ui).muted);
    }
}

fn held_against(
    ui: &mut Ui,
    model: &Model,
    view: &CheckView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if view.requests.len() > 1 {
            let chosen = chosen(
                ui,
                (words::which(lang), ""),
                &labels(&view.requests),
                view.request,
            );
            let id = chosen.and_then(|index| view.requests.get(index));
            outbox.extend(id.map(|it| Action::CsrCheck(CheckAction::Choose(it.id))));
            ui.add_space(space::S);
        }
        order(ui, model, lang, desk, outbox);
        ui.add_space(space::S);
        if let Some(index) = chosen(
            ui,
            (words::level(lang), flag::LEVEL),
            &view.levels,
            view.level,
        ) {
            let level = index.checked_sub(1);
            let level = level.and_then(|index| ValidationLevel::ALL.get(index));
            push(outbox, CheckAction::Level(level.copied()));
        }
        ui.add_space(space::S);
        let mut others = vec![words::against_none(lang)];
        others.extend(labels(&view.others));
        if let Some(index) = chosen(
            ui,
            (words::against(lang), flag::AGAINST),
            &others,
            view.against,
        ) {
            let other = index.checked_sub(1);
            let other = other.and_then(|index| view.others.get(index));
            push(outbox, CheckAction::Against(other.map(|other| other.id)));
        }
        if view.others.is_empty() {
            let color = Tokens::of(ui).muted;
            text::paragraph(ui, words::against_more(lang), Type::Caption, color);
        }
    });
}

fn labels(options: &[OptionView]) -> Vec<&str> {
    options.iter().map(|option| option.label.as_str()).collect()
}

/// A label and the choice below it.
fn chosen(
    ui: &mut Ui,
    (label, flag): (&str, &str),
    options: &[&str],
    chosen: usize,
) -> Option<usize> {
    let heading = text::line(ui, label, Type::Strong, Tokens::of(ui).text);
    if !flag.is_empty() {
        heading.on_hover_text(flag);
    }
    let it = Choice {
        name: label,
        shown: options.get(chosen).copied().unwrap_or_default(),
        options,
        filter: (options.len() > LONG).then_some(label),
        width: ui.available_width(),
    };
    choice(ui, label, &it).1
}

fn order(ui: &mut Ui, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    let label = text::line(ui, words::order(lang), Type::Strong, tokens.text);
    let label = label.on_hover_text(flag::FOR).id;
    let mut typed = model.csr_check.order.clone();
    let response = text_area(ui, &mut typed, label, ROWS);
    desk.regions.push(response.id);
    if response.changed() {
        push(outbox, CheckAction::Order(typed));
    }
    text::paragraph(ui, words::order_hint(lang), Type::Caption, tokens.muted);
}
