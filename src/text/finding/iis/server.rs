//! Words of facts about the file itself, and about what was not read beside it.

use super::{Words, general, name, usual};
use crate::core::finding::{IisFact, Layer};
use crate::text::Lang;
use crate::text::number::counted;
use crate::text::prose::sentences;

pub(super) fn words(lang: Lang, fact: &IisFact) -> Words {
    match fact {
        IisFact::SharedConfiguration {
            folder,
            has_account,
        } => shared(lang, folder, *has_account, usual(lang, fact)),
        IisFact::Wow64View { path } => wow64(lang, path, usual(lang, fact)),
        IisFact::PartElsewhere { file } => elsewhere(lang, file),
        IisFact::LayerNotRead { layer, https } => not_read(lang, *layer, *https),
        other => general(lang, other),
    }
}

fn shared(lang: Lang, folder: &str, has_account: bool, remedy: &str) -> Words {
    let folder = name(folder);
    let account = match has_account {
        true => lang.pick(
            "IIS reads it with an account of its own, whose password is not read here.",
            "IIS 用单独的账户读取它，这里不会读取该账户的密码。",
        ),
        false => "",
    };
    let why = sentences(
        lang,
        &[
            lang.pick(
                "redirection.config switches Shared Configuration on. IIS reads applicationHost.config from there, and what is changed in the local file has no effect.",
                "redirection.config 启用了“共享配置”。IIS 从那里读取 applicationHost.config，改动本地文件不起作用。",
            ),
            account,
        ],
    );
    Words::new(
        say!(
            lang,
            "The configuration in force lies in “{folder}”",
            "生效的配置在“{folder}”中"
        ),
        why,
        remedy,
    )
}

fn wow64(lang: Lang, path: &str, remedy: &str) -> Words {
    let path = name(path);
    Words::new(
        say!(
            lang,
            "“{path}” is the copy for 32-bit programs, which IIS does not read",
            "“{path}”是供 32 位程序使用的副本，IIS 不会读取它"
        ),
        lang.pick(
            "On 64-bit Windows a 32-bit program that asks for System32 is given SysWOW64 without a word. Changes there have no effect on any site.",
            "在 64 位 Windows 上，32 位程序访问 System32 时会被悄悄转到 SysWOW64。那里的改动对任何网站都不起作用。",
        ),
        remedy,
    )
}

fn elsewhere(lang: Lang, file: &str) -> Words {
    let file = name(file);
    Words::new(
        say!(
            lang,
            "The sites lie in another file, “{file}”, which was not read",
            "网站配置在另一个文件“{file}”中，没有读取"
        ),
        lang.pick(
            "configSource sends IIS to that file for the whole section; what stands in this one does not count.",
            "configSource 让 IIS 从那个文件读取整个节；这个文件里的内容不算数。",
        ),
        say!(
            lang,
            "Open “{file}” from the same folder. Changes have to be made there.",
            "打开同一文件夹里的“{file}”。更改需要在那里进行。"
        ),
    )
}

fn not_read(lang: Lang, layer: Layer, https: usize) -> Words {
    let count = counted(
        lang,
        https,
        ("https binding", "https bindings"),
        "个 https 绑定",
    );
    match layer {
        Layer::HttpSys => Words::new(
            say!(
                lang,
                "What {count} will serve is not known: http.sys was not read",
                "{count}将会提供什么证书未知：没有读取 http.sys"
            ),
            lang.pick(
                "applicationHost.config holds no certificates. Which one answers stands in http.sys, and there only.",
                "applicationHost.config 里没有证书。由哪个证书应答只记录在 http.sys 中。",
            ),
            lang.pick(
                "Scan on the server as administrator, or run netsh http show sslcert > sslcert.txt there and add the file here.",
                "在服务器上以管理员身份检查，或在那里运行 netsh http show sslcert > sslcert.txt，再把文件添加到这里。",
            ),
        ),
        Layer::Store => Words::new(
            say!(
                lang,
                "Names, dates and keys of {count} are not checked: the certificate stores were not read",
                "{count}的域名、日期和私钥没有检查：没有读取证书存储"
            ),
            lang.pick(
                "http.sys knows a certificate by its thumbprint alone. Until when it is valid and whom it covers stands in the certificate.",
                "http.sys 只知道证书的指纹。有效期和包含的名称在证书里。",
            ),
            lang.pick(
                "Scan on the server, or save the collecting script here, run it on the server as administrator, and open the folder that it makes. Single certificates (.cer) can be added too.",
                "在服务器上检查，或在这里保存收集脚本，在服务器上以管理员身份运行，再打开它生成的文件夹。也可以添加单个证书 (.cer)。",
            ),
        ),
    }
}
