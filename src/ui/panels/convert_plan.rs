//! What the chosen place will get: form, protection, contents, name, password, and who can read it.

use egui::{Rect, Sense, Ui, pos2, vec2};

use crate::state::convert::{Change, ConvertAction};
use crate::state::drafts::convert::Step;
use crate::state::view::convert::flag;
use crate::state::view::convert::{ConvertView, FormView, ListedView, PlanView, RefusalView};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::convert::panel as words;
use crate::text::{command, window};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::fact_row::{self, fact_row};
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::radio::radio;
use crate::ui::widgets::readers_grid::{Cell, readers_grid};
use crate::ui::widgets::state_card::{Pressed, StateCard};
use crate::ui::widgets::text_input::{Name, TextInput};
use crate::ui::widgets::{card, disclosure, text};

use super::convert::change;
use super::{convert_password, page};

const LABEL: f32 = 128.0;
const LABEL_NARROW: f32 = 104.0;

/// The width of labels: less where the column is narrow.
pub fn label_width(ui: &Ui) -> f32 {
    if page::is_narrow(ui) {
        LABEL_NARROW
    } else {
        LABEL
    }
}

/// Draws the column.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    if let Some(refusal) = &view.target.refusal {
        refused(ui, refusal, lang, outbox);
        ui.add_space(page::gap(ui));
    }
    if view.target.plan.is_some() || !view.target.form.rows.is_empty() {
        card::card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            title(ui, view.target.plan.as_ref(), lang);
            rows(ui, model, view, lang, desk, outbox);
        });
    }
    if let Some(plan) = &view.target.plan {
        who_can_read(ui, plan, lang);
        notes(ui, plan);
    }
    if let Some(line) = &view.command_line {
        ui.add_space(page::gap(ui));
        command_line(ui, line, lang, outbox);
    }
}

fn refused(ui: &mut Ui, refusal: &RefusalView, lang: Lang, outbox: &mut Vec<Action>) {
    let (button, action) = if refusal.wants_password {
        let unlock = Button::primary(command::enter_password(lang)).icon(Icon::LockOpen);
        (unlock, Some(Action::AskPassword { group: 0 }))
    } else if refusal.wants_files {
        let add = Button::standard(window::add_files(lang)).icon(Icon::Files);
        (add, Some(Action::AskAddFiles))
    } else {
        let choose = Button::standard(words::source(lang)).icon(Icon::ArrowLeft);
        let back = ConvertAction::Change(Change::GoTo(Step::Source));
        let action = refusal.wants_choice.then_some(Action::Convert(back));
        (choose, action)
    };
    let buttons = [button];
    let shown = StateCard::error(&refusal.title, &refusal.detail);
    let shown = match action {
        Some(_) => shown.actions(&buttons),
        None => shown,
    };
    if let Some(Pressed::Action(_)) = shown.show(ui) {
        outbox.extend(action);
    }
}

/// “You will get”, the file's name, and the form at the right.
fn title(ui: &mut Ui, plan: Option<&PlanView>, lang: Lang) {
    let tokens = Tokens::of(ui);
    let wanted = vec2(ui.available_width(), 20.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let lead = words::you_will_get(lang);
    let spoken = match plan {
        Some(plan) => format!("{lead} {}, {}", plan.file, plan.badge),
        None => lead.to_owned(),
    };
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, &spoken));
    let galley = text::single(ui, lead, Type::Strong, tokens.text);
    let y = rect.center().y;
    let x = rect.left() + galley.size().x + space::S;
    text::paint_centered(ui, &galley, rect.left(), y);
    if let Some(plan) = plan {
        let chip = Chip::selected(plan.badge);
        let size = chip.size(ui);
        let at = pos2(rect.right() - size.x, y - size.y / 2.0);
        chip.paint(ui, Rect::from_min_size(at, size));
        let kind = if plan.files.len() == 1 {
            Type::Mono
        } else {
            Type::Body
        };
        let room = (at.x - space::S - x).max(0.0);
        let (galley, cut) = text::middle(ui, &plan.file, kind, tokens.secondary, room);
        text::paint_centered(ui, &galley, x, y);
        if cut || plan.files.len() > 1 {
            response.on_hover_text(plan.files.join("\n"));
        }
    }
    ui.add_space(11.0);
}

fn rows(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let label = label_width(ui);
    form(ui, &view.target.form, label, outbox);
    let Some(plan) = &view.target.plan else {
        return;
    };
    for (index, fact) in plan.facts.iter().enumerate() {
        fact_row(ui, fact.label, label, |ui, _| {
            if index == 0 {
                change_protection(ui, model, view, lang, outbox);
            }
            fact_row::value(ui, &fact.value, &fact.why);
        });
        if index == 0 && model.convert.draft.is_changing_protection {
            protection(ui, model, &view.target.protection, lang, outbox);
        }
    }
    if let Some(listed) = &plan.listed {
        listed_as(ui, model, listed, lang, outbox);
    }
    if plan.may_encrypt {
        encrypt(ui, model, lang, outbox);
    }
    if plan.needs_password {
        convert_password::rows(ui, model, plan, lang, desk, outbox);
    }
}

/// Rows of options; each names its flag on the command line.
fn form(ui: &mut Ui, form: &FormView, label: f32, outbox: &mut Vec<Action>) {
    for (name, flag, options) in &form.rows {
        fact_row(ui, name, label, |ui, _| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::M, 0.0);
                for option in options {
                    let response = radio(ui, option.is_chosen, &option.label);
                    if response.on_hover_text(*flag).clicked() && !option.is_chosen {
                        change(outbox, option.change.clone());
                    }
                }
            });
        });
    }
}

fn change_protection(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let protection = &view.target.protection;
    let is_empty = protection.rows.is_empty()
        && protection.switches.is_empty()
        && protection.usual_rounds.is_none();
    if is_empty {
        return;
    }
    let is_open = model.convert.draft.is_changing_protection;
    let button = disclosure::button(words::change_protection(lang), is_open);
    // It hangs to the edge of the card, on the line of the value.
    let size = button.size(ui);
    let line = ui.available_rect_before_wrap();
    let left = line.right() + button.padding() - size.x;
    let rect = Rect::from_min_size(pos2(left, line.top() + 10.0 - size.y / 2.0), size);
    let response = button.put(ui, rect);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    if response.clicked() {
        change(outbox, Change::ChangeProtection(!is_open));
    }
}

fn protection(ui: &mut Ui, model: &Model, view: &FormView, lang: Lang, outbox: &mut Vec<Action>) {
    let label = label_width(ui);
    form(ui, view, label, outbox);
    if let Some(usual) = &view.usual_rounds {
        fact_row(ui, words::rounds(lang), label, |ui, id| {
            let mut rounds = model.convert.draft.rounds.clone();
            let input = TextInput::new("rounds", &mut rounds, Name::LabelledBy(id))
                .hint(usual)
                .width(200.0);
            let response = input.show(ui).on_hover_text(flag::ITERATIONS);
            if response.changed() {
                change(outbox, Change::SetRounds(rounds));
            }
            let color = Tokens::of(ui).muted;
            let hint = crate::text::convert::protection::rounds_hint(lang);
            ui.add_space(space::XS);
            text::paragraph(ui, hint, Type::Caption, color);
        });
    }
    if view.switches.is_empty() {
        return;
    }
    fact_row(ui, words::chain(lang), label, |ui, _| {
        for (name, flag, option) in &view.switches {
            let mut is_on = option.is_chosen;
            if checkbox(ui, &mut is_on, name)
                .on_hover_text(*flag)
                .changed()
            {
                change(outbox, option.change.clone());
            }
        }
    });
}

fn listed_as(
    ui: &mut Ui,
    model: &Model,
    listed: &ListedView,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    fact_row(ui, words::listed_as(lang), label_width(ui), |ui, id| {
        let choice = &model.convert.draft.choice;
        let typed = model.convert.draft.listed.clone();
        let mut name = typed.unwrap_or_else(|| listed.usual.clone());
        let input = TextInput::new("listed", &mut name, Name::LabelledBy(id)).hint(&listed.usual);
        let named = if choice.target.is_java() {
            flag::ALIAS
        } else {
            flag::FRIENDLY_NAME
        };
        if input.show(ui).on_hover_text(named).changed() {
            change(outbox, Change::ListAs(name));
        }
        ui.add_space(1.0);
        let color = Tokens::of(ui).muted;
        text::paragraph(ui, &listed.why, Type::Caption, color);
    });
}

fn encrypt(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    fact_row(ui, words::key(lang), label_width(ui), |ui, _| {
        let mut is_on = model.convert.draft.choice.encrypts_key;
        let response = checkbox(ui, &mut is_on, words::encrypt_key(lang));
        if response.on_hover_text(flag::GENERATE_PASSWORD).changed() {
            change(outbox, Change::EncryptKey(is_on));
        }
        let color = Tokens::of(ui).muted;
        text::paragraph(ui, words::encrypt_key_why(lang), Type::Caption, color);
    });
}

/// Which programs can read the result.
fn who_can_read(ui: &mut Ui, plan: &PlanView, lang: Lang) {
    ui.add_space(page::gap(ui));
    card::titled(ui, words::who_can_read(lang), None, |ui| {
        let cells: Vec<Cell<'_>> = plan
            .readers
            .iter()
            .map(|reader| Cell {
                tone: tone(reader.tone),
                name: &reader.line,
                short: reader.short.as_deref(),
                reason: reader.reason.as_deref(),
            })
            .collect();
        readers_grid(ui, &cells);
    });
}

fn notes(ui: &mut Ui, plan: &PlanView) {
    if plan.notes.is_empty() {
        return;
    }
    ui.add_space(page::gap(ui));
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        for (index, note) in plan.notes.iter().enumerate() {
            ui.push_id(index, |ui| {
                note_line(ui, tone(note.tone), &note.title, &note.why);
            });
        }
    });
}

/// The twin of what is chosen, to copy.
pub fn command_line(ui: &mut Ui, line: &str, lang: Lang, outbox: &mut Vec<Action>) {
    let copy = Button::quiet(window::copy(lang)).small().icon(Icon::Copy);
    let title = words::on_command_line(lang);
    let (is_copied, ()) = card::titled(ui, title, Some(&copy), |ui| {
        let color = Tokens::of(ui).secondary;
        ui.add_space(space::XS);
        text::value(ui, line, Type::Mono, color);
    });
    if is_copied {
        outbox.push(Action::Copy(line.to_owned()));
    }
}
