//! The problems, worst first.

use egui::Ui;

use crate::state::view::Doing;
use crate::state::view::bundle::{FindingGroup, FindingView};
use crate::state::{Action, Model, Saving};
use crate::text::{Lang, window as words};
use crate::ui::icons::Icon;
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::finding_card::{Finding, Pressed, Value, finding_card, more_row};

/// Draws all groups; the first remedy of the first finding is the screen's primary button.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    groups: &[FindingGroup],
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let mut is_primary = true;
    for group in groups {
        for finding in &group.shown {
            let pressed = one(ui, finding, lang, is_primary);
            is_primary &= finding.remedies.is_empty();
            outbox.extend(pressed.and_then(|pressed| action(model, finding, pressed)));
        }
        if let Some(more) = &group.more
            && ui.push_id(group.id, |ui| more_row(ui, more)).inner
        {
            outbox.extend(Doing::ShowMore(group.id).action(model));
        }
    }
}

fn one(ui: &mut Ui, view: &FindingView, lang: Lang, is_primary: bool) -> Option<Pressed> {
    let remedies = view.remedies.iter().enumerate();
    let remedies: Vec<Button<'_>> = remedies
        .map(|(index, (label, doing))| {
            let button = if index == 0 && is_primary {
                Button::primary(label)
            } else {
                Button::standard(label)
            };
            button.icon(icon(*doing))
        })
        .collect();
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
        place: view.place.as_deref(),
        place_icon: Icon::File,
        reason: &view.reason,
        code: None,
        evidence: &[],
        remedies: &remedies,
        aside: view.aside.as_deref(),
        details_label: words::details(lang),
        details: &details,
    };
    finding_card(ui, &view.key, &finding)
}

fn action(model: &Model, view: &FindingView, pressed: Pressed) -> Option<Action> {
    match pressed {
        Pressed::CopyDetail(index) => {
            let detail = view.details.get(index)?;
            Some(Action::Copy(detail.value.clone()))
        }
        Pressed::CopyEvidence(_) => None,
        Pressed::Remedy(index) => view.remedies.get(index)?.1.action(model),
    }
}

/// The icon of what a button does.
pub const fn icon(doing: Doing) -> Icon {
    match doing {
        Doing::AddFiles => Icon::Plus,
        Doing::Convert(..) => Icon::Swap,
        Doing::CopyCommandLine => Icon::TerminalWindow,
        Doing::EnterPassword(_) => Icon::Password,
        Doing::FetchIssuers => Icon::DownloadSimple,
        Doing::Renew(_) => Icon::Signature,
        Doing::Save(Saving::FullChain(_)) => Icon::Link,
        Doing::Save(_) => Icon::Export,
        Doing::ShowCertificate(_) => Icon::Certificate,
        Doing::ShowChain(_) => Icon::TreeStructure,
        Doing::ShowMore(_) => Icon::CaretDown,
    }
}
