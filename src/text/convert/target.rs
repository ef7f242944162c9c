//! Names of targets and forms, each with one line of who or what that is.

use crate::core::convert::{Format, PemLayout, Target};
use crate::text::Lang;

/// What is installed there: `Windows Server 2016 or older`.
pub fn title(lang: Lang, target: Target) -> &'static str {
    let (en, zh) = match target {
        Target::Server2016 => (
            "Windows Server 2016 or older",
            "Windows Server 2016 或更早版本",
        ),
        Target::Server2019 => (
            "Windows Server 2019 or newer",
            "Windows Server 2019 或更新版本",
        ),
        Target::Ccs => ("IIS central certificate store", "IIS 集中式证书存储"),
        Target::OpenSsl => ("nginx, Apache, HAProxy", "nginx、Apache、HAProxy"),
        Target::OpenSsl1 => ("OpenSSL 1.x and appliances", "OpenSSL 1.x 和硬件设备"),
        Target::Java => (
            "Java 17, 11.0.12 or 8u301 and newer",
            "Java 17、11.0.12 或 8u301 及更新版本",
        ),
        Target::Java8 => ("Java 8 before 8u301", "8u301 之前的 Java 8"),
        Target::Tomcat => ("Tomcat", "Tomcat 服务器"),
        Target::MacOs => ("macOS Keychain", "macOS 钥匙串"),
    };
    lang.pick(en, zh)
}

/// The second line of a target.
pub fn sub(lang: Lang, target: Target) -> &'static str {
    let (en, zh) = match target {
        Target::Server2016 => (
            "IIS, Windows 7 to 10 1803",
            "IIS，Windows 7 至 Windows 10 1803",
        ),
        Target::Server2019 => (
            "IIS, Windows 10 1809 and later",
            "IIS，Windows 10 1809 及更新版本",
        ),
        Target::Ccs => (
            "one file per host name, one password",
            "每个主机名一个文件，共用一个密码",
        ),
        Target::OpenSsl => (
            "OpenSSL 3 and what is built on it",
            "OpenSSL 3 及基于它的程序",
        ),
        Target::OpenSsl1 => (
            "load balancers, firewalls, older Linux",
            "负载均衡、防火墙、较旧的 Linux",
        ),
        Target::Java => (
            "Spring Boot and other Java servers",
            "Spring Boot 等 Java 服务器",
        ),
        Target::Java8 => ("older Tomcat", "较旧的 Tomcat"),
        Target::Tomcat => (
            "on Java 17, 11.0.12 or 8u301 and newer",
            "运行在 Java 17、11.0.12 或 8u301 及更新版本上",
        ),
        Target::MacOs => ("login or system keychain", "登录或系统钥匙串"),
    };
    lang.pick(en, zh)
}

/// The short name of a form, for chips and tables.
pub const fn short(format: Format) -> &'static str {
    match format {
        Format::Pfx => "PFX",
        Format::Jks => "JKS",
        Format::Jceks => "JCEKS",
        Format::Pem(_) => "PEM",
        Format::Der => "DER",
        Format::P7b => "P7B",
        Format::Pkcs8 => "PKCS#8",
        Format::Pkcs1 => "PKCS#1",
        Format::Sec1 => "SEC1",
    }
}

/// What is in a form of file.
pub fn contents(lang: Lang, format: Format) -> &'static str {
    let (en, zh) = match format {
        Format::Pfx => (
            "certificate, key and chain in one protected file, also called PKCS#12",
            "证书、私钥和证书链放在一个受保护的文件里，也叫 PKCS#12",
        ),
        Format::Jks => (
            "Java’s old keystore: certificates, keys and chains by alias",
            "Java 的旧式密钥库：按别名存放证书、私钥和证书链",
        ),
        Format::Jceks => (
            "Java’s old keystore with stronger key protection",
            "Java 的旧式密钥库，私钥保护更强",
        ),
        Format::Pem(layout) => return layout_contents(lang, layout),
        Format::Der => (
            "one certificate, binary, without key and chain",
            "一个证书，二进制格式，不含私钥和证书链",
        ),
        Format::P7b => (
            "certificates with their chain, without key",
            "证书及证书链，不含私钥",
        ),
        Format::Pkcs8 => (
            "the private key in the form of today’s programs",
            "私钥，当前程序通用的格式",
        ),
        Format::Pkcs1 => (
            "the private RSA key in the form of older programs",
            "RSA 私钥，较旧程序使用的格式",
        ),
        Format::Sec1 => (
            "the private EC key in the form of older programs",
            "EC 私钥，较旧程序使用的格式",
        ),
    };
    lang.pick(en, zh)
}

/// The name of a layout of PEM files.
pub fn layout(lang: Lang, layout: PemLayout) -> &'static str {
    let (en, zh) = match layout {
        PemLayout::Nginx => ("nginx pair", "nginx 的一对文件"),
        PemLayout::Apache => ("Apache trio", "Apache 的三个文件"),
        PemLayout::HaProxy => ("HAProxy file", "HAProxy 的单个文件"),
        PemLayout::Separate => ("separate files", "分开的文件"),
        PemLayout::One => ("one file", "一个文件"),
    };
    lang.pick(en, zh)
}

/// Which file holds what in a layout.
pub fn layout_contents(lang: Lang, layout: PemLayout) -> &'static str {
    let (en, zh) = match layout {
        PemLayout::Nginx => (
            "certificate with chain in one file, key in another",
            "证书和证书链在一个文件里，私钥在另一个文件里",
        ),
        PemLayout::Apache => (
            "certificate, chain and key in three files",
            "证书、证书链和私钥在三个文件里",
        ),
        PemLayout::HaProxy => (
            "certificate, chain and key in one file, in HAProxy’s order",
            "证书、证书链和私钥在一个文件里，按 HAProxy 的顺序",
        ),
        PemLayout::Separate => (
            "certificate, chain, both together, and key, each in its own file",
            "证书、证书链、两者合并以及私钥，各在自己的文件里",
        ),
        PemLayout::One => (
            "key, certificate and chain in one file",
            "私钥、证书和证书链在一个文件里",
        ),
    };
    lang.pick(en, zh)
}
