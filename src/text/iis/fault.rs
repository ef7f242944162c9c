//! Why a configuration file, a binding or a host name was refused.

use crate::core::env::HostFault as SystemFault;
use crate::core::iis::binding::EndpointFault;
use crate::core::iis::config::{ConfigFault, ConfigFaultKind, OtherFile};
use crate::core::iis::plan::HostFault;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::size;
use crate::text::problem::Problem;

/// Why a file was not taken as the configuration of IIS, with line and column.
pub fn config_fault(lang: Lang, file: &str, fault: &ConfigFault) -> Problem {
    let (file, line, column) = (short(file), fault.line, fault.column);
    let (cause, remedy) = explain(lang, &fault.kind);
    let raw = match &fault.kind {
        ConfigFaultKind::NotWellFormed { detail } if !detail.is_empty() => {
            Some(short(detail).into_owned())
        }
        _ => None,
    };
    let nothing = lang.pick(
        "Nothing was taken from the file, and nothing was changed in it.",
        "没有采用文件中的任何内容，也没有改动它。",
    );
    Problem {
        happened: say!(
            lang,
            "“{file}” was not read as a configuration of IIS: line {line}, column {column}",
            "“{file}”没有作为 IIS 配置读取：第 {line} 行，第 {column} 列"
        ),
        causes: vec![cause, nothing.to_owned()],
        remedies: vec![remedy.to_owned()],
        raw,
    }
}

fn explain(lang: Lang, kind: &ConfigFaultKind) -> (String, &'static str) {
    match kind {
        ConfigFaultKind::Empty => (
            lang.pick("There is nothing in it.", "文件是空的。").to_owned(),
            lang.pick("Take the newest copy from inetpub\\history.", "从 inetpub\\history 取最近的副本。"),
        ),
        ConfigFaultKind::NotText { encoding } => {
            let encoding = short(encoding);
            (
                say!(lang, "A byte there is no text in {encoding}.", "那里有一个字节不是 {encoding} 文本。"),
                lang.pick("Open it in the program that wrote it and save it as UTF-8.", "用写入它的程序打开，并另存为 UTF-8。"),
            )
        }
        ConfigFaultKind::Encoding { encoding } => {
            let encoding = short(encoding);
            (
                say!(lang, "It is written in {encoding}, in which not every byte could be kept when something is changed.", "它的编码是 {encoding}，更改时无法保证其余字节不变。"),
                lang.pick("Save it as UTF-8 or UTF-16.", "另存为 UTF-8 或 UTF-16。"),
            )
        }
        ConfigFaultKind::CutOff => (
            lang.pick("It ends before its first element does, as a copy that broke off would.", "文件在根元素结束之前就到头了，像是复制中断造成的。").to_owned(),
            lang.pick("Copy it again, and compare the sizes.", "重新复制，并比较大小。"),
        ),
        ConfigFaultKind::NotWellFormed { .. } => (
            lang.pick("From there on it is not XML; IIS would refuse it as well (HTTP 500.19).", "从那里起不是正确的 XML；IIS 也会拒绝它 (HTTP 500.19)。").to_owned(),
            lang.pick("Look at that place for a missing quote, an unclosed element or a bare & or <.", "检查那里是否缺少引号、元素未关闭，或有单独的 & 或 <。"),
        ),
        ConfigFaultKind::Dtd => (
            lang.pick("It has a document type definition, which can swell without end or read other files. No configuration of IIS has one.", "它含有文档类型定义，可能无限膨胀或读取其他文件。IIS 的配置不会有这种内容。").to_owned(),
            lang.pick("Find out where the file comes from before you use it.", "使用之前，先弄清文件的来源。"),
        ),
        ConfigFaultKind::TooMuch => (
            lang.pick("It holds more elements than any configuration has.", "它的元素数量超过任何配置。").to_owned(),
            lang.pick("Check that this is applicationHost.config.", "确认这是 applicationHost.config。"),
        ),
        ConfigFaultKind::LongAttribute { name, bytes } => {
            let (name, bytes) = (short(name), size(*bytes as u64));
            (
                say!(lang, "The attribute “{name}” has {bytes}, more than any of a configuration.", "属性“{name}”有 {bytes}，超过任何配置中的属性。"),
                lang.pick("Check that this is applicationHost.config.", "确认这是 applicationHost.config。"),
            )
        }
        ConfigFaultKind::WrongFile(other) => other_file(lang, other),
    }
}

fn other_file(lang: Lang, other: &OtherFile) -> (String, &'static str) {
    let the_right_one = lang.pick(
        "Open applicationHost.config from %windir%\\System32\\inetsrv\\config.",
        "打开 %windir%\\System32\\inetsrv\\config 中的 applicationHost.config。",
    );
    let why = match other {
        OtherFile::NotXml => lang.pick("It is not XML.", "它不是 XML。"),
        OtherFile::WebConfig => {
            return (
                lang.pick("It is a web.config. That holds settings of a site or folder, but no bindings.", "这是 web.config。它含有网站或文件夹的设置，但没有绑定。").to_owned(),
                lang.pick(
                    "Open applicationHost.config from %windir%\\System32\\inetsrv\\config; the web.config can be added to it.",
                    "打开 %windir%\\System32\\inetsrv\\config 中的 applicationHost.config；web.config 可以一并添加。",
                ),
            );
        }
        OtherFile::Administration => lang.pick(
            "It is administration.config, the settings of IIS Manager.",
            "这是 administration.config，即 IIS 管理器的设置。",
        ),
        OtherFile::Redirection => {
            return (
                lang.pick("It is redirection.config, which only says where the configuration lies.", "这是 redirection.config，它只说明配置在哪里。").to_owned(),
                lang.pick(
                    "Open applicationHost.config in the folder that it names, or beside it when it names none.",
                    "打开它所指文件夹里的 applicationHost.config；如果没有指定，就打开它旁边的那个。",
                ),
            );
        }
        OtherFile::NoIis => lang.pick(
            "It is a configuration without any part of IIS, such as machine.config of .NET.",
            "这个配置没有 IIS 的内容，例如 .NET 的 machine.config。",
        ),
        OtherFile::Root(root) => {
            let root = short(root);
            let why = say!(
                lang,
                "It is other XML: its first element is “{root}”.",
                "这是别的 XML：根元素是“{root}”。"
            );
            return (why, the_right_one);
        }
    };
    (why.to_owned(), the_right_one)
}

/// Which part of `bindingInformation` is not what it should be, as a sentence.
pub fn endpoint_fault(lang: Lang, part: EndpointFault) -> &'static str {
    match part {
        EndpointFault::Parts => lang.pick(
            "It has to have three parts, address, port and host name, with a colon between each; the host name may be empty, its colon not left out.",
            "它必须有三部分：地址、端口和主机名，之间用冒号分隔；主机名可以为空，但冒号不能省略。",
        ),
        EndpointFault::Address => lang.pick(
            "What stands before the first colon is neither * nor an IP address; IPv6 addresses need brackets.",
            "第一个冒号前既不是 * 也不是 IP 地址；IPv6 地址需要放在方括号里。",
        ),
        EndpointFault::Port => lang.pick(
            "The port is not a number from 1 to 65535.",
            "端口不是 1 到 65535 之间的数字。",
        ),
    }
}

/// Why a text is no host name of a binding, as a sentence.
pub fn host_fault(lang: Lang, fault: &HostFault) -> String {
    match fault {
        HostFault::Empty => lang
            .pick("The host name is empty.", "主机名为空。")
            .to_owned(),
        HostFault::Address => lang
            .pick(
                "It is an IP address and not a name.",
                "它是 IP 地址，不是名称。",
            )
            .to_owned(),
        HostFault::Character(' ') => lang
            .pick(
                "It has a blank, which no host name has.",
                "它含有空格，主机名里不能有空格。",
            )
            .to_owned(),
        HostFault::Character(char) => {
            let char = short(char.encode_utf8(&mut [0; 4])).into_owned();
            say!(
                lang,
                "It has the character “{char}”, which no host name has.",
                "它含有字符“{char}”，主机名里不能有这个字符。"
            )
        }
        HostFault::Label => lang
            .pick(
                "A part between two dots is empty or has more than 63 characters.",
                "两个点之间有一段为空，或超过 63 个字符。",
            )
            .to_owned(),
        HostFault::Length => lang
            .pick("It has more than 253 characters.", "它超过 253 个字符。")
            .to_owned(),
        HostFault::Wildcard => lang
            .pick(
                "A * may only stand for the whole first part, as in *.example.com.",
                "* 只能代表完整的第一段，例如 *.example.com。",
            )
            .to_owned(),
        HostFault::WildcardVersion(version) => {
            let here = super::version::version(lang, *version);
            say!(
                lang,
                "Host names with *. need IIS 10, and this is {here}.",
                "带 *. 的主机名需要 IIS 10，而这里是 {here}。"
            )
        }
    }
}

/// What to write instead.
pub fn host_remedy(lang: Lang, fault: &HostFault) -> &'static str {
    match fault {
        HostFault::Address => lang.pick(
            "Put the address before the port, as in 192.0.2.10:443:, and write a name here or nothing.",
            "把地址写在端口前面，例如 192.0.2.10:443:，这里填写名称或留空。",
        ),
        HostFault::WildcardVersion(_) => lang.pick(
            "Use one binding for each host name; all of them can share a wildcard certificate.",
            "为每个主机名各设一个绑定；它们可以共用一个通配符证书。",
        ),
        _ => lang.pick(
            "Write the name alone, such as shop.example.com, without https:// and path.",
            "只写名称，例如 shop.example.com，不带 https:// 和路径。",
        ),
    }
}

/// Why this computer’s own IIS cannot be read.
pub fn system_fault(lang: Lang, fault: &SystemFault) -> Problem {
    let (cause, remedy) = match fault {
        SystemFault::NotAsked => (
            lang.pick(
                "None of the files is an applicationHost.config.",
                "给出的文件中没有 applicationHost.config。",
            ),
            lang.pick(
                "Open an applicationHost.config, or the folder that the collecting script made on the server.",
                "打开 applicationHost.config，或收集脚本在服务器上生成的文件夹。",
            ),
        ),
        SystemFault::NotWindows => (
            lang.pick("This computer does not run Windows.", "这台计算机没有运行 Windows。"),
            lang.pick(
                "Open a copy of applicationHost.config, or the folder that the collecting script made on the server.",
                "打开 applicationHost.config 的副本，或收集脚本在服务器上生成的文件夹。",
            ),
        ),
        SystemFault::NotInstalled => (
            lang.pick("IIS is not installed here, or not this part of it.", "这里没有安装 IIS，或没有安装它的这个部分。"),
            lang.pick(
                "Install it with Install-WindowsFeature Web-Server -IncludeManagementTools (server) or under “Turn Windows features on or off” (client), or open a copied configuration.",
                "用 Install-WindowsFeature Web-Server -IncludeManagementTools（服务器）或“启用或关闭 Windows 功能”（客户端）安装，或打开复制来的配置。",
            ),
        ),
        SystemFault::Denied => (
            lang.pick("Only administrators may read this.", "只有管理员可以读取。"),
            lang.pick(
                "Run the scan from a command line that was started as administrator, or save the listing of netsh http show sslcert there and add it here.",
                "在以管理员身份启动的命令行中检查，或在那里保存 netsh http show sslcert 的列表，再添加到这里。",
            ),
        ),
        SystemFault::Other(_) => (
            lang.pick("Windows did not say what this program expects.", "Windows 的应答与预期不同。"),
            lang.pick("Try again, or open a copied configuration.", "重试，或打开复制来的配置。"),
        ),
    };
    let raw = match fault {
        SystemFault::Other(detail) => Some(short(detail).into_owned()),
        _ => None,
    };
    Problem {
        happened: lang
            .pick(
                "The IIS of this computer was not read",
                "没有读取这台计算机的 IIS",
            )
            .to_owned(),
        causes: vec![cause.to_owned()],
        remedies: vec![remedy.to_owned()],
        raw,
    }
}
