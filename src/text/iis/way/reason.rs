//! What to do, and why this way.

use super::goal::Goal;
use crate::core::iis::plan::Step;
use crate::core::iis::version::IisVersion;
use crate::text::Lang;
use crate::text::iis::version::version_or_unknown;

pub(super) fn appcmd(lang: Lang, version: Option<IisVersion>, is_host: bool) -> String {
    let known = version_or_unknown(lang, version);
    let fits = match version {
        Some(version) if !version.has_sni() && is_host => say!(
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
    match is_host {
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

pub(super) fn manager(lang: Lang, goal: &Goal) -> String {
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

pub(super) fn choose_again(lang: Lang) -> String {
    lang.pick(
        "Choose the site, Bindings…, Edit, choose the certificate and confirm with OK, even if it is shown already: that writes the entry anew.",
        "选择网站，“绑定…”，“编辑”，选择证书并按“确定”，即使已显示该证书：这样会重新写入条目。",
    )
    .to_owned()
}

pub(super) fn file(lang: Lang, step: &Step) -> String {
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

pub(super) fn module(lang: Lang) -> String {
    lang.pick(
        "For scripts. The module WebAdministration comes with IIS 7.5 (Windows Server 2008 R2) and later. Run it as administrator.",
        "适合写脚本。WebAdministration 模块从 IIS 7.5 (Windows Server 2008 R2) 起自带。以管理员身份运行。",
    )
    .to_owned()
}

pub(super) fn friendly_name(lang: Lang) -> String {
    lang.pick(
        "IIS Manager of IIS 7 and 7.5 opens the host name field when the friendly name of the certificate begins with *. Give it such a name (mmc, Certificates of the computer account, Personal, Properties), choose it under Bindings…, Edit, and write the host name.",
        "当证书的友好名称以 * 开头时，IIS 7 和 7.5 的管理器会开放主机名字段。给证书起这样的名称（mmc，计算机账户的“证书”，“个人”，“属性”），在“绑定…”，“编辑”中选择它，再填写主机名。",
    )
    .to_owned()
}
