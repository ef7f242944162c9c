//! The ways to make a change by hand, with the reason that the version of IIS gives for each.
//!
//! Sources: Microsoft Learn, "Set-WebBinding", "New-WebBinding", "Remove-WebBinding" (WebAdministration),
//! and IIS `<binding>`, sample code for appcmd. A command is only printed when every value in it stays a
//! value for each program that reads it; else that way is left out.

use super::version::version_or_unknown;
use crate::core::iis::binding::Endpoint;
use crate::core::iis::config::Binding;
use crate::core::iis::flags::{SslFlag, SslFlags};
use crate::core::iis::plan::{BindingName, Fix, Step, checked_host};
use crate::core::iis::version::IisVersion;
use crate::text::Lang;
use crate::text::foreign::{appcmd, powershell};

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
        is_host: matches!(step.fix, Fix::GiveHost { .. }),
        version,
    };
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
        add(WayKind::Manager, choose_again(lang), None);
    } else {
        let manager = (!is_old || goal == Goal::Remove).then(|| manager(lang, &goal));
        let command = at.appcmd(&goal);
        let appcmd = command.map(|command| (at.appcmd_reason(lang), command));
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
        let file = file(lang, step);
        add(WayKind::File, file, None);
        if let Some(command) = at.powershell(&goal) {
            add(WayKind::PowerShell, module(lang), Some(command));
        }
        if is_old && at.is_host {
            add(WayKind::FriendlyName, friendly_name(lang), None);
        }
    }
    if let Some(first) = ways.first_mut() {
        first.is_recommended = true;
    }
    ways
}

/// What a binding is to become.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Goal {
    Information(String),
    Flags(u32),
    Remove,
    Add { information: String, flags: u32 },
    Entry,
}

impl Goal {
    fn of(fix: &Fix, before: &Binding, version: Option<IisVersion>) -> Option<Self> {
        let with = |flags: SslFlags, set: &[SslFlag], clear: &[SslFlag]| {
            let set = set.iter().fold(flags, |flags, flag| flags.with(*flag));
            clear.iter().fold(set, |flags, flag| flags.without(*flag)).0
        };
        Some(match fix {
            Fix::GiveHost { host, .. } => {
                let host = checked_host(host, version).ok()?;
                let (start, _) = before.information.rsplit_once(':')?;
                Self::Information(format!("{start}:{host}"))
            }
            Fix::Move { information, .. } => {
                let goal = Endpoint::parse(information).ok()?;
                let host = match goal.host.is_empty() {
                    true => String::new(),
                    false => checked_host(&goal.host, version).ok()?,
                };
                let start = information.get(..information.len() - goal.host.len())?;
                Self::Information(format!("{start}{host}"))
            }
            Fix::TurnSniOn { .. } => Self::Flags(with(before.flags(), &[SslFlag::Sni], &[])),
            Fix::SetFlags { set, clear, .. } => Self::Flags(with(before.flags(), set, clear)),
            Fix::Remove { .. } => Self::Remove,
            Fix::AddHttps { port, .. } => {
                let (rest, host) = before.information.rsplit_once(':')?;
                let (address, _) = rest.rsplit_once(':')?;
                let has_sni = version.is_none_or(IisVersion::has_sni) && !host.is_empty();
                Self::Add {
                    information: format!("{address}:{port}:{host}"),
                    flags: u32::from(has_sni),
                }
            }
            Fix::AddEntry { .. } => Self::Entry,
        })
    }
}

/// The binding that a command names.
struct At<'a> {
    name: &'a BindingName,
    before: &'a Binding,
    is_host: bool,
    version: Option<IisVersion>,
}

impl At<'_> {
    /// Only the first of several that are written alike can be named.
    fn is_named(&self) -> bool {
        self.name.nth == 0
    }

    fn appcmd(&self, goal: &Goal) -> Option<String> {
        let site = appcmd(&self.name.site)?;
        let filter = |protocol: &str, information: &str| {
            let (protocol, information) = (appcmd(protocol)?, appcmd(information)?);
            Some(format!(
                "bindings.[protocol='{protocol}',bindingInformation='{information}'"
            ))
        };
        let own = filter(&self.before.protocol, &self.before.information);
        let change = match goal {
            Goal::Information(information) => {
                let information = appcmd(information)?;
                format!("/{}].bindingInformation:{information}", own?)
            }
            Goal::Flags(flags) => format!("/{}].sslFlags:{flags}", own?),
            Goal::Remove => format!("/-{}]", own?),
            Goal::Add { information, flags } => {
                let flags = match flags {
                    0 => String::new(),
                    flags => format!(",sslFlags='{flags}'"),
                };
                format!("/+{}{flags}]", filter("https", information)?)
            }
            Goal::Entry => return None,
        };
        self.is_named().then(|| {
            format!(
                "%windir%\\system32\\inetsrv\\appcmd.exe set site \"/site.name:{site}\" \"{change}\""
            )
        })
    }

    fn powershell(&self, goal: &Goal) -> Option<String> {
        if self.version == Some(IisVersion::V7_0) || !self.is_named() {
            return None;
        }
        let site = quoted(&self.name.site, "'\"`[]*?")?;
        let own = quoted(&self.before.information, "'\"`[]?");
        let set = |property: &str, value: &str| {
            Some(format!(
                "Set-WebBinding -Name {site} -BindingInformation {} -PropertyName {property} -Value {}",
                own.as_ref()?,
                quoted(value, "'\"`[]?")?
            ))
        };
        let command = match goal {
            Goal::Information(information) => {
                let (property, value) = self.one_part(information)?;
                set(property, &value)?
            }
            Goal::Flags(flags) => set("sslFlags", &flags.to_string())?,
            Goal::Remove => {
                let protocol = quoted(&self.before.protocol, "'\"`[]*?")?;
                format!(
                    "Remove-WebBinding -Name {site} -Protocol {protocol} -BindingInformation {}",
                    own?
                )
            }
            Goal::Add { information, flags } => {
                let goal = Endpoint::parse(information).ok()?;
                let address = quoted(&goal.address.to_string(), "'\"`[]?")?;
                let host = match goal.host.is_empty() {
                    true => String::new(),
                    false => format!(" -HostHeader {}", quoted(&goal.host, "'\"`[]?")?),
                };
                let flags = match flags {
                    0 => String::new(),
                    flags => format!(" -SslFlags {flags}"),
                };
                let port = goal.port;
                format!(
                    "New-WebBinding -Name {site} -Protocol 'https' -IPAddress {address} -Port {port}{host}{flags}"
                )
            }
            Goal::Entry => return None,
        };
        Some(format!("Import-Module WebAdministration; {command}"))
    }

    /// The property that differs, when it is one alone: the cmdlet changes one at a time.
    fn one_part(&self, information: &str) -> Option<(&'static str, String)> {
        let (old, new) = (self.before.endpoint()?, Endpoint::parse(information).ok()?);
        let mut parts = Vec::new();
        if old.address != new.address {
            parts.push(("IPAddress", new.address.to_string()));
        }
        if old.port != new.port {
            parts.push(("Port", new.port.to_string()));
        }
        if old.host != new.host {
            parts.push(("HostHeader", new.host.to_string()));
        }
        match parts.len() {
            1 => parts.pop(),
            _ => None,
        }
    }

    fn appcmd_reason(&self, lang: Lang) -> String {
        let known = version_or_unknown(lang, self.version);
        let fits = match self.version {
            Some(version) if !version.has_sni() && self.is_host => say!(
                lang,
                "IIS Manager of {known} greys the host name out, and appcmd changes it.",
                "{known} 的管理器里主机名是灰色的，而 appcmd 可以更改它。"
            ),
            _ => lang
                .pick(
                    "appcmd comes with every IIS from 7 on and lets IIS check the value.",
                    "IIS 7 起的所有版本都带有 appcmd，并由 IIS 检查所写的值。",
                )
                .to_owned(),
        };
        match self.is_host {
            true => say!(
                lang,
                "{fits} Run it as administrator. It changes the binding that is there: with /+bindings a second one would be added, and the old one would go on answering for every name.",
                "{fits}以管理员身份运行。它更改现有的绑定：如果用 /+bindings，会再添加一个绑定，而原来的仍会响应所有名称。"
            ),
            false => say!(
                lang,
                "{fits} Run it as administrator.",
                "{fits}以管理员身份运行。"
            ),
        }
    }
}

/// A single-quoted string without marks that the cmdlets would read as a pattern or a path.
fn quoted(text: &str, acting: &str) -> Option<String> {
    let is_fine = !text.contains(|char| acting.contains(char));
    is_fine.then(|| powershell(text)).flatten()
}

fn manager(lang: Lang, goal: &Goal) -> String {
    match goal {
        Goal::Remove => lang.pick(
            "Choose the site, Bindings…, the binding, Remove.",
            "选择网站，“绑定…”，选中该绑定，“删除”。",
        ),
        Goal::Add { .. } => lang.pick(
            "Choose the site, Bindings…, Add…, https. From IIS 8 on this writes the configuration and the entry of http.sys together.",
            "选择网站，“绑定…”，“添加…”，类型 https。IIS 8 起会同时写入配置和 http.sys 的条目。",
        ),
        _ => lang.pick(
            "Choose the site, Bindings…, Edit. From IIS 8 on all fields can be changed there, and the configuration and the entry of http.sys are written together.",
            "选择网站，“绑定…”，“编辑”。IIS 8 起所有字段都可以在那里更改，并同时写入配置和 http.sys 的条目。",
        ),
    }
    .to_owned()
}

fn choose_again(lang: Lang) -> String {
    lang.pick(
        "Choose the site, Bindings…, Edit, choose the certificate and confirm with OK, even if it is shown already: that writes the entry anew.",
        "选择网站，“绑定…”，“编辑”，选择证书并按“确定”，即使已显示该证书：这样会重新写入条目。",
    )
    .to_owned()
}

fn file(lang: Lang, step: &Step) -> String {
    let line = step.line;
    let edit = say!(
        lang,
        "Change line {line} of %windir%\\System32\\inetsrv\\config\\applicationHost.config as shown, in Notepad started as administrator, and keep a copy before. 32-bit editors open another file, the one in SysWOW64. IIS takes the change up at once.",
        "用以管理员身份启动的记事本，按所示更改 %windir%\\System32\\inetsrv\\config\\applicationHost.config 的第 {line} 行，并事先保留副本。32 位编辑器打开的是另一个文件，即 SysWOW64 里的那个。IIS 会立即采用更改。"
    );
    match step.entry {
        Some(_) => say!(
            lang,
            "{edit} The file holds no certificates: the entry of http.sys has to be added with netsh first.",
            "{edit}文件里没有证书：需要先用 netsh 添加 http.sys 的条目。"
        ),
        None => edit,
    }
}

fn module(lang: Lang) -> String {
    lang.pick(
        "For scripts. The module WebAdministration comes with IIS 7.5 (Windows Server 2008 R2) and later. Run it as administrator.",
        "适合写脚本。WebAdministration 模块从 IIS 7.5 (Windows Server 2008 R2) 起自带。以管理员身份运行。",
    )
    .to_owned()
}

fn friendly_name(lang: Lang) -> String {
    lang.pick(
        "IIS Manager of IIS 7 and 7.5 opens the host name field when the friendly name of the certificate begins with *. Give it such a name (mmc, Certificates of the computer account, Personal, Properties), choose it under Bindings…, Edit, and write the host name.",
        "当证书的友好名称以 * 开头时，IIS 7 和 7.5 的管理器会开放主机名字段。给证书起这样的名称（mmc，计算机账户的“证书”，“个人”，“属性”），在“绑定…”，“编辑”中选择它，再填写主机名。",
    )
    .to_owned()
}
