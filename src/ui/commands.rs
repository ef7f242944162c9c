//! Every command of the window: its words, icon, keys, when it can run, its twin on the command line.
//! Navigation, palette and keyboard are fed from here and nowhere else.

mod steps;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::core::artifact::ArtifactId;
use crate::core::guide::Step;
use crate::state::chain::ChainAction;
use crate::state::convert::ConvertAction;
use crate::state::csr::{CsrAction, ReadFor};
use crate::state::guide::GuideAction;
use crate::state::server::ServerAction;
use crate::state::{Action, Language, Model, Panel, Saving, ThemeChoice};
use crate::text::{Lang, command as words};

use super::icons::Icon;

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    CancelWork,
    ClearRecent,
    Close,
    Convert,
    CopyCommandLine,
    EnterPassword,
    FindCertificate,
    IisApply,
    IisHistory,
    IisOpen,
    IisScanAgain,
    IisScanComputer,
    IisUndo,
    JudgeFor,
    CsrDiscard,
    CsrStart,
    DiagnoseRun,
    LanguageChinese,
    LanguageEnglish,
    LanguageSystem,
    OpenFiles,
    OpenFolder,
    OpenPath,
    OpenServer,
    PastePem,
    SaveCertificateDer,
    SaveCertificatePem,
    SaveChain,
    SaveReport,
    ShowBundle,
    ShowCertificate,
    ShowChain,
    ShowConvert,
    ShowCsr,
    ShowDiagnose,
    ShowGuide,
    ShowIis,
    ShowPalette,
    ShowSettings,
    ThemeDark,
    ThemeLight,
    ThemeSystem,
    TrySample,
    Undo,
}

/// Where the palette lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    Do,
    Open,
    Learn,
}

/// What does the same on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// A verb or flag of certwright-cli.
    CommandLine(&'static str),
    /// Only a window needs it.
    WindowOnly,
}

impl Command {
    /// All commands, in the order in which the palette lists them.
    pub const ALL: [Self; 44] = [
        Self::EnterPassword,
        Self::Convert,
        Self::CsrStart,
        Self::CsrDiscard,
        Self::DiagnoseRun,
        Self::JudgeFor,
        Self::IisApply,
        Self::IisScanAgain,
        Self::IisScanComputer,
        Self::IisUndo,
        Self::IisHistory,
        Self::SaveChain,
        Self::SaveReport,
        Self::SaveCertificatePem,
        Self::SaveCertificateDer,
        Self::CopyCommandLine,
        Self::PastePem,
        Self::Undo,
        Self::Close,
        Self::CancelWork,
        Self::ClearRecent,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ThemeSystem,
        Self::LanguageEnglish,
        Self::LanguageChinese,
        Self::LanguageSystem,
        Self::OpenFiles,
        Self::OpenFolder,
        Self::OpenPath,
        Self::OpenServer,
        Self::ShowBundle,
        Self::ShowCertificate,
        Self::ShowChain,
        Self::ShowCsr,
        Self::ShowConvert,
        Self::ShowIis,
        Self::IisOpen,
        Self::ShowDiagnose,
        Self::ShowSettings,
        Self::ShowPalette,
        Self::TrySample,
        Self::FindCertificate,
        Self::ShowGuide,
    ];

    /// Its name.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::CancelWork => words::cancel_work(lang),
            Self::ClearRecent => words::clear_recent(lang),
            Self::Close => words::close(lang),
            Self::Convert => words::convert(lang),
            Self::CopyCommandLine => words::copy_command_line(lang),
            Self::CsrDiscard => words::csr_discard(lang),
            Self::CsrStart => words::csr_start(lang),
            Self::DiagnoseRun => words::diagnose_run(lang),
            Self::EnterPassword => words::enter_password(lang),
            Self::FindCertificate => words::find_certificate(lang),
            Self::IisApply => words::iis_apply(lang),
            Self::IisHistory => words::iis_history(lang),
            Self::IisOpen => words::iis_open(lang),
            Self::IisScanAgain => words::iis_scan_again(lang),
            Self::IisScanComputer => words::iis_scan_computer(lang),
            Self::IisUndo => words::iis_undo(lang),
            Self::JudgeFor => words::judge_for(lang),
            Self::LanguageChinese => words::language_chinese(lang),
            Self::LanguageEnglish => words::language_english(lang),
            Self::LanguageSystem => words::language_system(lang),
            Self::OpenFiles => words::open_files(lang),
            Self::OpenFolder => words::open_folder(lang),
            Self::OpenPath => words::open_path(lang),
            Self::OpenServer => words::open_server(lang),
            Self::PastePem => words::paste_pem(lang),
            Self::SaveCertificateDer => words::save_certificate_der(lang),
            Self::SaveCertificatePem => words::save_certificate_pem(lang),
            Self::SaveChain => words::save_chain(lang),
            Self::SaveReport => words::save_report(lang),
            Self::ShowBundle => words::show_bundle(lang),
            Self::ShowCertificate => words::show_certificate(lang),
            Self::ShowChain => words::show_chain(lang),
            Self::ShowConvert => words::show_convert(lang),
            Self::ShowCsr => words::show_csr(lang),
            Self::ShowDiagnose => words::show_diagnose(lang),
            Self::ShowGuide => words::show_guide(lang),
            Self::ShowIis => words::show_iis(lang),
            Self::ShowPalette => words::show_palette(lang),
            Self::ShowSettings => words::show_settings(lang),
            Self::ThemeDark => words::theme_dark(lang),
            Self::ThemeLight => words::theme_light(lang),
            Self::ThemeSystem => words::theme_system(lang),
            Self::TrySample => words::try_sample(lang),
            Self::Undo => words::undo(lang),
        }
    }

    /// Its icon.
    pub const fn icon(self) -> Icon {
        match self {
            Self::CancelWork => Icon::Stop,
            Self::ClearRecent | Self::CsrDiscard => Icon::Trash,
            Self::CsrStart | Self::ShowCsr => Icon::Signature,
            Self::Close => Icon::X,
            Self::CopyCommandLine => Icon::TerminalWindow,
            Self::DiagnoseRun | Self::ShowDiagnose => Icon::Pulse,
            Self::EnterPassword => Icon::Password,
            Self::FindCertificate | Self::ShowGuide => Icon::Compass,
            Self::IisApply => Icon::ShieldCheck,
            Self::IisHistory => Icon::Clock,
            Self::IisScanAgain => Icon::ArrowsClockwise,
            Self::IisOpen | Self::IisScanComputer | Self::ShowIis => Icon::HardDrives,
            Self::LanguageChinese | Self::LanguageEnglish | Self::LanguageSystem => Icon::Translate,
            Self::OpenFiles => Icon::Files,
            Self::OpenFolder => Icon::FolderOpen,
            Self::OpenPath => Icon::Keyboard,
            Self::OpenServer => Icon::Plugs,
            Self::PastePem => Icon::ClipboardText,
            Self::SaveCertificateDer | Self::SaveCertificatePem => Icon::DownloadSimple,
            Self::SaveChain => Icon::Link,
            Self::SaveReport => Icon::Export,
            Self::ShowBundle | Self::TrySample => Icon::Package,
            Self::ShowCertificate => Icon::Certificate,
            Self::JudgeFor | Self::ShowChain => Icon::TreeStructure,
            Self::Convert | Self::ShowConvert => Icon::Swap,
            Self::ShowPalette => Icon::MagnifyingGlass,
            Self::ShowSettings => Icon::GearSix,
            Self::ThemeDark => Icon::Moon,
            Self::ThemeLight => Icon::Sun,
            Self::ThemeSystem => Icon::Desktop,
            Self::IisUndo | Self::Undo => Icon::ArrowCounterClockwise,
        }
    }

    /// Its keys. Ctrl+V and Esc have meanings of their own, see `ui::keys`.
    pub const fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::OpenFiles => (Modifiers::COMMAND, Key::O),
            Self::OpenFolder => (CTRL_SHIFT, Key::O),
            Self::OpenServer => (Modifiers::COMMAND, Key::L),
            Self::SaveReport => (Modifiers::COMMAND, Key::S),
            Self::ShowBundle => (Modifiers::COMMAND, Key::Num1),
            Self::ShowCertificate => (Modifiers::COMMAND, Key::Num2),
            Self::ShowChain => (Modifiers::COMMAND, Key::Num3),
            Self::ShowCsr => (Modifiers::COMMAND, Key::Num4),
            Self::ShowConvert => (Modifiers::COMMAND, Key::Num5),
            Self::ShowIis => (Modifiers::COMMAND, Key::Num6),
            Self::ShowDiagnose => (Modifiers::COMMAND, Key::Num7),
            Self::ShowGuide => (Modifiers::NONE, Key::F1),
            Self::ShowPalette => (Modifiers::COMMAND, Key::K),
            Self::ShowSettings => (Modifiers::COMMAND, Key::Comma),
            Self::Close => (Modifiers::COMMAND, Key::W),
            Self::Undo => (Modifiers::COMMAND, Key::Z),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// The keys as they are written on key caps.
    pub fn key_caps(self) -> Vec<String> {
        if self == Self::PastePem {
            return vec!["Ctrl".to_owned(), "V".to_owned()];
        }
        let Some(shortcut) = self.shortcut() else {
            return Vec::new();
        };
        let mut caps = Vec::new();
        if shortcut.modifiers.command {
            caps.push("Ctrl".to_owned());
        }
        if shortcut.modifiers.shift {
            caps.push("Shift".to_owned());
        }
        caps.push(shortcut.logical_key.symbol_or_name().to_owned());
        caps
    }

    /// Its twin on the command line.
    pub const fn twin(self) -> Twin {
        match self {
            Self::OpenFiles | Self::OpenFolder | Self::OpenPath | Self::CopyCommandLine => {
                Twin::CommandLine("inspect PATH…")
            }
            Self::OpenServer => Twin::CommandLine("inspect https://HOST:PORT"),
            Self::EnterPassword => Twin::CommandLine("inspect --password-file FILE"),
            Self::LanguageChinese | Self::LanguageEnglish | Self::LanguageSystem => {
                Twin::CommandLine("--lang en|zh")
            }
            Self::SaveReport => Twin::CommandLine("inspect PATH… > FILE"),
            Self::Convert => Twin::CommandLine("convert IN… --target TARGET --out PATH"),
            Self::CsrStart => Twin::CommandLine("csr new --from PATH"),
            Self::DiagnoseRun => Twin::CommandLine("diagnose all NAME…"),
            Self::SaveCertificateDer => Twin::CommandLine("convert --to der"),
            Self::SaveCertificatePem => Twin::CommandLine("convert --to pem"),
            Self::FindCertificate => Twin::CommandLine("guide interview"),
            Self::ShowGuide => Twin::CommandLine("guide WORDS…"),
            Self::IisApply => Twin::CommandLine("iis apply PLAN"),
            Self::IisHistory => Twin::CommandLine("iis history"),
            Self::IisOpen | Self::IisScanAgain => Twin::CommandLine("iis scan PATH…"),
            Self::IisScanComputer => Twin::CommandLine("iis scan --live"),
            Self::IisUndo => Twin::CommandLine("iis undo"),
            Self::JudgeFor => Twin::CommandLine("chain PATH… --host NAME --time TIME"),
            Self::SaveChain => Twin::CommandLine("chain --fix OUT"),
            Self::TrySample => Twin::CommandLine("inspect --time RFC3339 --trust FILE"),
            Self::CancelWork
            | Self::ClearRecent
            | Self::Close
            | Self::CsrDiscard
            | Self::PastePem
            | Self::ShowBundle
            | Self::ShowCertificate
            | Self::ShowChain
            | Self::ShowConvert
            | Self::ShowCsr
            | Self::ShowDiagnose
            | Self::ShowIis
            | Self::ShowPalette
            | Self::ShowSettings
            | Self::ThemeDark
            | Self::ThemeLight
            | Self::ThemeSystem
            | Self::Undo => Twin::WindowOnly,
        }
    }

    /// Its group in the palette.
    pub const fn group(self) -> Group {
        match self {
            Self::OpenFiles
            | Self::OpenFolder
            | Self::OpenPath
            | Self::OpenServer
            | Self::ShowBundle
            | Self::ShowCertificate
            | Self::ShowChain
            | Self::IisOpen
            | Self::ShowConvert
            | Self::ShowCsr
            | Self::ShowDiagnose
            | Self::ShowIis
            | Self::ShowSettings
            | Self::ShowPalette => Group::Open,
            Self::FindCertificate | Self::ShowGuide | Self::TrySample => Group::Learn,
            _ => Group::Do,
        }
    }

    /// What it does now, or why it cannot.
    pub fn action(self, model: &Model, lang: Lang) -> Result<Action, &'static str> {
        match self {
            Self::CancelWork => model
                .jobs
                .iter()
                .rev()
                .find(|job| job.purpose.is_reading())
                .map(|job| Action::Cancel(job.number))
                .ok_or_else(|| words::nothing_running(lang)),
            Self::ClearRecent if model.settings.recent.is_empty() => {
                Err(words::nothing_recent(lang))
            }
            Self::ClearRecent => Ok(Action::ClearRecent),
            Self::Close | Self::Convert | Self::JudgeFor | Self::SaveReport
                if model.workspace.is_none() =>
            {
                Err(words::nothing_open(lang))
            }
            Self::Close => Ok(Action::CloseWorkspace),
            Self::Convert => Ok(Action::Convert(ConvertAction::Open {
                offer: None,
                leaf: None,
            })),
            Self::CopyCommandLine => crate::state::view::command_line(model)
                .map(Action::Copy)
                .ok_or_else(|| words::no_paths(lang)),
            Self::CsrDiscard => Ok(Action::Csr(CsrAction::Discard)),
            Self::CsrStart => Ok(Action::Csr(CsrAction::AskRead(ReadFor::Start))),
            Self::DiagnoseRun => Ok(steps::diagnose(model)),
            Self::EnterPassword => match model.inspection().map(|open| open.locked.is_empty()) {
                Some(false) => Ok(Action::AskPassword { group: 0 }),
                _ => Err(words::nothing_locked(lang)),
            },
            Self::IisApply
            | Self::IisHistory
            | Self::IisOpen
            | Self::IisScanAgain
            | Self::IisScanComputer
            | Self::IisUndo => steps::iis(self, model, lang),
            Self::JudgeFor => Ok(Action::Chain(ChainAction::AskJudgeFor)),
            Self::LanguageChinese => Ok(Action::ChooseLanguage(Some(Language::Chinese))),
            Self::LanguageEnglish => Ok(Action::ChooseLanguage(Some(Language::English))),
            Self::LanguageSystem => Ok(Action::ChooseLanguage(None)),
            Self::OpenFiles => Ok(Action::AskOpenFiles),
            Self::OpenFolder => Ok(Action::AskOpenFolder),
            Self::OpenPath => Ok(Action::AskOpenPath),
            Self::OpenServer => Ok(Action::Server(ServerAction::Ask)),
            Self::PastePem => Ok(Action::RequestPaste),
            Self::SaveCertificateDer => save_certificate(model, lang, Saving::CertificateDer),
            Self::SaveCertificatePem => save_certificate(model, lang, Saving::CertificatePem),
            Self::SaveChain => match model.inspection() {
                Some(open) if !open.story.identities.is_empty() => {
                    Ok(Action::AskSave(Saving::FullChain(0)))
                }
                _ => Err(words::no_chain(lang)),
            },
            Self::SaveReport => Ok(Action::AskSave(Saving::Report)),
            Self::ShowBundle => Ok(Action::Show(Panel::Bundle)),
            Self::ShowCertificate => Ok(Action::Show(Panel::Certificate)),
            Self::ShowChain => Ok(Action::Show(Panel::Chain)),
            Self::ShowConvert => Ok(Action::Show(Panel::Convert)),
            Self::ShowCsr => Ok(Action::Show(Panel::Csr)),
            Self::ShowDiagnose => Ok(Action::Show(Panel::Diagnose)),
            Self::FindCertificate => Ok(Action::Guide(GuideAction::Take(Step::FindCertificate))),
            Self::ShowGuide => Ok(Action::Show(Panel::Guide)),
            Self::ShowIis => Ok(Action::Show(Panel::Iis)),
            Self::ShowPalette => Ok(Action::TogglePalette),
            Self::ShowSettings => Ok(Action::Show(Panel::Settings)),
            Self::ThemeDark => Ok(Action::ChooseTheme(ThemeChoice::Dark)),
            Self::ThemeLight => Ok(Action::ChooseTheme(ThemeChoice::Light)),
            Self::ThemeSystem => Ok(Action::ChooseTheme(ThemeChoice::System)),
            Self::TrySample => Ok(Action::OpenSample),
            Self::Undo if !model.undo.is_possible() => Err(words::nothing_to_undo(lang)),
            Self::Undo => Ok(Action::Undo),
        }
    }
}

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

fn save_certificate(
    model: &Model,
    lang: Lang,
    what: impl Fn(ArtifactId) -> Saving,
) -> Result<Action, &'static str> {
    model
        .certificate
        .filter(|_| model.workspace.is_some())
        .map(|id| Action::AskSave(what(id)))
        .ok_or_else(|| words::no_certificate(lang))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_command_is_listed_once_and_named_in_both_languages() {
        let all: HashSet<Command> = Command::ALL.into_iter().collect();
        assert_eq!(all.len(), Command::ALL.len());
        for command in Command::ALL {
            for lang in Lang::ALL {
                assert!(!command.words(lang).is_empty());
            }
        }
    }

    #[test]
    fn twins_are_verbs_and_flags_of_the_command_line() {
        let known = [
            "diagnose ",
            "guide ",
            "inspect ",
            "convert ",
            "chain ",
            "iis ",
            "csr ",
            "--lang ",
        ];
        for command in Command::ALL {
            if let Twin::CommandLine(line) = command.twin() {
                assert!(known.iter().any(|verb| line.starts_with(verb)), "{line}");
            }
        }
    }

    #[test]
    fn no_two_commands_share_their_keys() {
        let mut seen = HashSet::new();
        for command in Command::ALL {
            let caps = command.key_caps().join("+");
            assert!(caps.is_empty() || seen.insert(caps), "{command:?}");
        }
    }

    #[test]
    fn what_cannot_run_says_why() {
        let model = Model::default();
        for command in Command::ALL {
            if let Err(reason) = command.action(&model, Lang::En) {
                assert!(!reason.is_empty(), "{command:?}");
            }
        }
        assert!(Command::SaveReport.action(&model, Lang::En).is_err());
        assert!(Command::OpenFiles.action(&model, Lang::En).is_ok());
    }
}
