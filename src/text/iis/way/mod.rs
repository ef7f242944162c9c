//! The ways to make a change by hand, with the reason that the version of IIS gives for each.
//!
//! A command is only shown when every value in it stays a value for each program that reads it; else that
//! way is left out.

mod command;
mod goal;
mod reason;

use command::At;
use goal::Goal;

use crate::core::iis::config::Binding;
use crate::core::iis::plan::{Fix, Step};
use crate::core::iis::version::IisVersion;
use crate::text::Lang;

/// How a change is made by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WayKind {
    /// In IIS Manager.
    Manager,
    /// In the file.
    File,
    /// With appcmd, which changes the binding.
    Appcmd,
    /// With the module WebAdministration.
    PowerShell,
    /// On IIS 7: a certificate whose friendly name begins with `*` frees the field in IIS Manager.
    FriendlyName,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Which.
    pub kind: WayKind,
    /// Whether it is the best for this version. The first of the list is.
    pub is_recommended: bool,
    /// What to do, and why this way; whole sentences.
    pub reason: String,
    /// The command to copy.
    pub command: Option<String>,
}

impl WayKind {
    /// Its name.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Manager => lang.pick("In IIS Manager", "在 IIS 管理器中"),
            Self::File => lang.pick("In the file", "在文件中"),
            Self::Appcmd => lang.pick("With appcmd", "用 appcmd"),
            Self::PowerShell => lang.pick("With PowerShell", "用 PowerShell"),
            Self::FriendlyName => lang.pick("With a friendly name", "用友好名称"),
        }
    }
}

/// The ways to make a step by hand, the recommended one first. `before` is the binding as it is when the
/// step begins. Nothing when there is nothing to be changed by hand.
pub fn ways(lang: Lang, step: &Step, before: &Binding, version: Option<IisVersion>) -> Vec<Way> {
    let Some(goal) = Goal::of(&step.fix, before, version) else {
        return Vec::new();
    };
    if step.changes.is_empty() && goal != Goal::Entry {
        return Vec::new();
    }
    let at = At {
        name: step.fix.binding(),
        before,
        version,
    };
    let is_host = matches!(step.fix, Fix::GiveHost { .. });
    let is_old = version.is_some_and(|version| !version.has_sni());
    let mut ways = Vec::new();
    let mut add = |kind, reason: String, command| {
        ways.push(Way {
            kind,
            is_recommended: false,
            reason,
            command,
        });
    };
    if goal == Goal::Entry {
        add(WayKind::Manager, reason::choose_again(lang), None);
    } else {
        let manager = (!is_old || goal == Goal::Remove).then(|| reason::manager(lang, &goal));
        let command = at.appcmd(&goal);
        let appcmd = command.map(|command| (reason::appcmd(lang, version, is_host), command));
        // What cannot be told apart from its version is best done with what every version has.
        if let (Some(reason), true) = (&manager, version.is_some()) {
            add(WayKind::Manager, reason.clone(), None);
        }
        if let Some((reason, command)) = appcmd {
            add(WayKind::Appcmd, reason, Some(command));
        }
        if let (Some(reason), true) = (manager, version.is_none()) {
            add(WayKind::Manager, reason, None);
        }
        add(WayKind::File, reason::file(lang, step), None);
        if let Some(command) = at.powershell(&goal) {
            add(WayKind::PowerShell, reason::module(lang), Some(command));
        }
        if is_old && is_host {
            add(WayKind::FriendlyName, reason::friendly_name(lang), None);
        }
    }
    if let Some(first) = ways.first_mut() {
        first.is_recommended = true;
    }
    ways
}
