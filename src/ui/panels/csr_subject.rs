//! Second step: who asks for the certificate, with what is wrong beside each field.

use egui::Ui;

use crate::core::csr::country;
use crate::state::csr::{Change, CsrAction};
use crate::state::drafts::csr::{Custom, Level};
use crate::state::view::csr::{CsrView, FaultView, FieldView, SubjectView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::csr::form as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Choice, choice};
use crate::ui::widgets::fact_row::fact_row;
use crate::ui::widgets::icon_button::icon_button;
use crate::ui::widgets::note_line::note_line;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text_input::{Name, TextInput};
use crate::ui::widgets::{card, text};

use super::csr::{change, push};

/// Width of the labels of all cards of the wizard.
pub const LABEL: f32 = 168.0;
const FIELD: f32 = 420.0;
const OID: f32 = 140.0;

/// Draws the step.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &CsrView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let subject = &view.subject;
    ui.set_max_width(size::CONTENT.min(ui.available_width()));
    card::titled(ui, words::who_asks(lang), None, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        level(ui, subject, lang, outbox);
        if model.csr.draft.level != Level::Domain || !subject.profiles.is_empty() {
            profiles(ui, subject, lang, desk, outbox);
        }
        common_name(ui, subject, lang, desk, outbox);
        for field in &subject.fields {
            field_row(ui, field, subject, lang, outbox);
        }
        custom(ui, model, subject, lang, outbox);
        more(ui, model, lang, outbox);
    });
}

fn level(ui: &mut Ui, subject: &SubjectView, lang: Lang, outbox: &mut Vec<Action>) {
    fact_row(ui, words::level(lang), LABEL, |ui, _| {
        let pressed = segmented(ui, words::level(lang), &subject.levels, subject.level);
        if let Some(level) = pressed.and_then(|index| Level::ALL.get(index)) {
            change(outbox, Change::ChooseLevel(*level));
        }
        ui.add_space(6.0);
        let color = Tokens::of(ui).muted;
        text::paragraph(ui, subject.level_why, Type::Caption, color).on_hover_text(flag::LEVEL);
        faults(ui, &subject.faults);
    });
}

fn profiles(
    ui: &mut Ui,
    subject: &SubjectView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    fact_row(ui, words::profile(lang), LABEL, |ui, id| {
        if let Some(name) = &mut desk.profile_name {
            let mut is_done = false;
            ui.horizontal(|ui| {
                let name_of = Name::LabelledBy(id);
                let input = TextInput::new("profile name", name, name_of)
                    .hint(words::profile_name(lang))
                    .width(240.0);
                input.show(ui);
                let off = name.trim().is_empty().then(|| words::profile_name(lang));
                let save = Button::standard(words::save_profile(lang)).off(off);
                if ui.add(save).clicked() {
                    push(outbox, CsrAction::SaveProfile(name.clone()));
                    is_done = true;
                }
            });
            if is_done {
                desk.profile_name = None;
            }
            return;
        }
        ui.horizontal(|ui| {
            let options: Vec<&str> = subject.profiles.iter().map(String::as_str).collect();
            if !options.is_empty() {
                let it = Choice {
                    name: words::profile(lang),
                    shown: words::profile_choose(lang),
                    options: &options,
                    filter: None,
                    width: 240.0,
                };
                if let (_, Some(index)) = choice(ui, "profile", &it) {
                    push(outbox, CsrAction::UseProfile(index));
                    desk.profile = Some(index);
                }
            }
            let save = Button::quiet(words::save_as_profile(lang)).icon(Icon::FloppyDisk);
            if ui.add(save).clicked() {
                desk.profile_name = Some(String::new());
            }
            let held = desk.profile.filter(|index| *index < options.len());
            if let Some(index) = held
                && icon_button(ui, Icon::Trash, words::forget_profile(lang)).clicked()
            {
                push(outbox, CsrAction::ForgetProfile(index));
                desk.profile = None;
            }
        });
    });
}

fn common_name(
    ui: &mut Ui,
    subject: &SubjectView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    fact_row(ui, words::common_name(lang), LABEL, |ui, _| {
        let names = subject.common_names.iter();
        let options: Vec<&str> = names.map(|(label, _)| label.as_str()).collect();
        let it = Choice {
            name: words::common_name(lang),
            shown: &subject.common_name,
            options: &options,
            filter: None,
            width: FIELD.min(ui.available_width()),
        };
        let (response, pressed) = choice(ui, "common name", &it);
        desk.regions.push(response.id);
        let wanted = pressed.and_then(|index| subject.common_names.get(index));
        if let Some((_, wanted)) = wanted {
            change(outbox, Change::ChooseCommonName(wanted.clone()));
        }
        ui.add_space(space::XS);
        if subject.common_name_faults.is_empty() {
            let color = Tokens::of(ui).muted;
            text::paragraph(ui, words::common_name_why(lang), Type::Caption, color);
        }
        faults(ui, &subject.common_name_faults);
    });
}

fn field_row(
    ui: &mut Ui,
    field: &FieldView,
    subject: &SubjectView,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    fact_row(ui, field.label, LABEL, |ui, id| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some(shown) = &field.shown {
            country_choice(ui, field, shown, subject, lang, outbox);
            for value in &field.values {
                faults(ui, &value.faults);
            }
            return;
        }
        let count = field.values.len();
        for (index, value) in field.values.iter().enumerate() {
            ui.push_id(index, |ui| {
                ui.horizontal(|ui| {
                    let mut typed = value.value.clone();
                    let room = ui.available_width() - size::BUTTON_SMALL - space::S;
                    let input = TextInput::new("value", &mut typed, Name::LabelledBy(id))
                        .hint(field.hint)
                        .width(FIELD.min(room));
                    let response = input.show(ui).on_hover_text(flag::FIELD);
                    if response.changed() {
                        change(outbox, Change::SetField(field.field, index, typed));
                    }
                    if count > 1 && icon_button(ui, Icon::X, &value.remove).clicked() {
                        change(outbox, Change::RemoveField(field.field, index));
                    }
                });
                faults(ui, &value.faults);
            });
        }
        if let Some(add) = &field.add
            && ui
                .add(Button::quiet(add).icon(Icon::Plus).small())
                .clicked()
        {
            change(outbox, Change::AddField(field.field));
        }
    });
}

fn country_choice(
    ui: &mut Ui,
    field: &FieldView,
    shown: &str,
    subject: &SubjectView,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let options: Vec<&str> = subject.countries.iter().map(String::as_str).collect();
    let it = Choice {
        name: field.label,
        shown,
        options: &options,
        filter: Some(words::filter_countries(lang)),
        width: FIELD.min(ui.available_width()),
    };
    let (_, pressed) = choice(ui, field.label, &it);
    if let Some(code) = pressed.and_then(|index| country::CODES.get(index)) {
        let value = (*code).to_owned();
        change(outbox, Change::SetField(field.field, 0, value));
    }
}

fn custom(ui: &mut Ui, model: &Model, subject: &SubjectView, lang: Lang, outbox: &mut Vec<Action>) {
    let drafts = model.csr.draft.custom.iter().zip(&subject.custom);
    for (index, (held, view)) in drafts.enumerate() {
        ui.push_id(("custom", index), |ui| {
            fact_row(ui, words::attribute(lang), LABEL, |ui, _| {
                ui.horizontal(|ui| {
                    let mut typed: Custom = held.clone();
                    let name = Name::Spoken(words::oid(lang));
                    let oid = TextInput::new("oid", &mut typed.oid, name)
                        .hint("2.5.4.97")
                        .mono()
                        .width(OID);
                    let is_changed = oid.show(ui).changed();
                    let name = Name::Spoken(words::value(lang));
                    let value = TextInput::new("value", &mut typed.value, name)
                        .hint(words::value(lang))
                        .width(FIELD - OID - space::S);
                    let response = value.show(ui).on_hover_text(flag::FIELD);
                    if response.changed() || is_changed {
                        change(outbox, Change::SetCustom(index, typed));
                    }
                    if icon_button(ui, Icon::X, &view.remove).clicked() {
                        change(outbox, Change::RemoveCustom(index));
                    }
                });
                faults(ui, &view.faults);
            });
        });
    }
}

/// What unfolds the rest of the form.
fn more(ui: &mut Ui, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        let is_open = model.csr.draft.is_showing_all_fields;
        let (label, caret) = match is_open {
            true => (words::fewer_fields(lang), Icon::CaretUp),
            false => (words::all_fields(lang), Icon::CaretDown),
        };
        if ui.add(Button::quiet(label).icon(caret).small()).clicked() {
            change(outbox, Change::ShowAllFields(!is_open));
        }
        let add = Button::quiet(words::add_attribute(lang))
            .icon(Icon::Plus)
            .small();
        if ui.add(add).clicked() {
            change(outbox, Change::AddCustom);
        }
    });
}

/// What is wrong with an input, beneath it.
pub fn faults(ui: &mut Ui, faults: &[FaultView]) {
    for (index, fault) in faults.iter().enumerate() {
        ui.push_id(("fault", index), |ui| {
            ui.add_space(space::XS);
            note_line(ui, tone(fault.tone), &fault.title, &fault.why);
        });
    }
}
