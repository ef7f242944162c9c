//! Sentences beside the snippets, and comments inside those that may hold any language.

use crate::text::Lang;

phrases! {
    alias_left_out: "The alias cannot be written in this file, so it is left out; the server takes the first key in the keystore.", "别名无法写入这个文件，因此省略；服务器会使用密钥库中的第一个私钥。";
    apache_asks: "Without this line Apache asks for the key's password at every start.", "没有这一行，Apache 每次启动都会询问私钥密码。";
    apache_module: "The module mod_ssl must be on: “sudo a2enmod ssl” on Debian and Ubuntu, the package mod_ssl on Red Hat. “Listen 443” must stand in one file, once.", "需要启用 mod_ssl 模块：Debian 和 Ubuntu 用“sudo a2enmod ssl”，Red Hat 安装 mod_ssl 软件包。“Listen 443”须在某个文件里出现，且只出现一次。";
    first_site_decides: "When several sites share port 443, most versions take the TLS versions of the first site for all of them.", "多个网站共用 443 端口时，多数版本对所有网站都采用第一个网站的 TLS 版本。";
    haproxy_takes_no_password: "Most versions of HAProxy cannot be told the password of a key and do not start with an encrypted one. Convert again without a password for the key.", "多数版本的 HAProxy 无法得知私钥密码，遇到加密的私钥就无法启动。重新转换，不为私钥设密码。";
    iis_elevated: "Run it in Windows PowerShell as administrator, on the web server, Windows Server 2012 or newer.", "在网站服务器上以管理员身份运行 Windows PowerShell，需要 Windows Server 2012 或更新版本。";
    iis_script_encoding: "If you save it as a .ps1 file, choose “UTF-8 with BOM”; otherwise Windows PowerShell misreads the path.", "如果保存为 .ps1 文件，选择“带 BOM 的 UTF-8”，否则 Windows PowerShell 会读错路径。";
    iis_site: "“Default Web Site” stands for the site: put in the name that IIS Manager shows.", "“Default Web Site”代表网站：改成 IIS 管理器中显示的名称。";
    iis_wildcard: "A host name with * in a binding needs IIS 10, Windows Server 2016 or newer. On older ones, put the full host names into $names.", "绑定中使用带 * 的主机名需要 IIS 10，即 Windows Server 2016 或更新版本。较旧的版本，在 $names 中写完整的主机名。";
    into_powershell: "Into Windows PowerShell, opened as administrator", "粘贴到以管理员身份打开的 Windows PowerShell";
    into_service: "conf/server.xml, inside <Service>, before <Engine>", "conf/server.xml，<Service> 之内，<Engine> 之前";
    names_left_out: "Names of the certificate that are no host names, such as IP addresses, are left out.", "证书中不是主机名的名称（例如 IP 地址）已省略。";
    no_host: "The certificate names no host that could be written here. Replace www.example.com by the name under which the site is reached.", "证书中没有可以写在这里的主机名。把 www.example.com 换成网站的访问域名。";
    old_tls_java: "Java refuses TLS 1.0 and 1.1 since 8u291 and 11.0.11. To allow them, also take TLSv1 and TLSv1.1 out of jdk.tls.disabledAlgorithms in java.security.", "自 8u291 和 11.0.11 起，Java 拒绝 TLS 1.0 和 1.1。要允许它们，还需从 java.security 的 jdk.tls.disabledAlgorithms 中删去 TLSv1 和 TLSv1.1。";
    old_tls_openssl: "Current OpenSSL refuses TLS 1.0 and 1.1 at its default security level, so the level is set to 0 here, which also admits weak keys and signatures. Keep this only as long as an old client needs it.", "当前的 OpenSSL 在默认安全级别下拒绝 TLS 1.0 和 1.1，所以这里把级别设为 0，弱密钥和弱签名也会因此被接受。仅在旧客户端需要期间保留。";
    old_tls_windows: "IIS takes its TLS versions from Windows. TLS 1.0 and 1.1 are switched for the whole computer, in the registry under SCHANNEL\\Protocols; this text does not touch them.", "IIS 的 TLS 版本由 Windows 决定。TLS 1.0 和 1.1 在注册表的 SCHANNEL\\Protocols 下对整台计算机生效；这段文本不改动它们。";
    own_backend: "The name of the backend that serves the site.", "提供网站内容的 backend 名称。";
    own_lines_apache: "The site's own lines go here, such as DocumentRoot or ProxyPass.", "网站自己的配置写在这里，例如 DocumentRoot 或 ProxyPass。";
    own_lines_nginx: "The site's own lines go here, such as root or proxy_pass.", "网站自己的配置写在这里，例如 root 或 proxy_pass。";
    password_in_xml: "In server.xml the characters & < and \" are written &amp; &lt; and &quot; inside a password.", "密码中的 & < 和 \" 在 server.xml 里要写成 &amp; &lt; 和 &quot;。";
    password_variable: "The password comes from the environment variable KEYSTORE_PASSWORD, so it stands in no file of the application.", "密码取自环境变量 KEYSTORE_PASSWORD，不会写进应用程序的任何文件。";
    paths_as_here: "The paths are those on this computer. If the files will lie elsewhere on the server, change them.", "这里是文件在本机的路径。如果在服务器上放在别处，相应修改路径。";
    security_level: "OpenSSL 3 speaks TLS 1.0 and 1.1 at this level alone.", "OpenSSL 3 只在这个级别才支持 TLS 1.0 和 1.1。";
    spring_account: "The account that runs the application must be able to read the keystore.", "运行应用程序的账户必须能读取密钥库文件。";
    tls_windows: "IIS takes its TLS versions from Windows: 1.2 from Server 2012 on, 1.3 from Server 2022 on. There is nothing to set here.", "IIS 的 TLS 版本由 Windows 决定：Server 2012 起支持 1.2，Server 2022 起支持 1.3，这里无需设置。";
    tomcat_account: "The account that runs Tomcat must be able to read the keystore, and server.xml with the password only that account.", "运行 Tomcat 的账户必须能读取密钥库文件；含有密码的 server.xml 只应让这个账户读取。";
    tomcat_restart: "Check with “bin/configtest.sh”, then restart Tomcat. On Windows it is bin\\configtest.bat.", "先用“bin/configtest.sh”检查，再重启 Tomcat。Windows 上是 bin\\configtest.bat。";
}

/// Copy the file, because its path cannot stand here.
pub fn path_cannot_be_written(lang: Lang, path: &str, stand_in: &str) -> String {
    say!(
        lang,
        "The path “{path}” holds characters that this configuration cannot take. Copy the file to {stand_in}, which is what the text says.",
        "路径“{path}”含有这种配置无法接受的字符。把文件复制到 {stand_in}，文本中写的就是它。"
    )
}

/// The conversion made no such file.
pub fn no_such_file(lang: Lang, stand_in: &str) -> String {
    say!(
        lang,
        "No file was made for {stand_in}. Put in the path of yours.",
        "没有为 {stand_in} 生成文件。换成您自己的路径。"
    )
}

/// Which words of the snippet the reader replaces by the password.
pub fn put_password(lang: Lang, word: &str) -> String {
    say!(
        lang,
        "Put the keystore's password in place of {word}.",
        "把 {word} 换成密钥库密码。"
    )
}

/// Where the password is.
pub fn password_lies_in(lang: Lang, path: &str) -> String {
    say!(lang, "The password is in “{path}”.", "密码在“{path}”里。")
}

/// A file with the key's password that the reader makes.
pub fn make_password_file(lang: Lang, path: &str) -> String {
    say!(
        lang,
        "Put the key's password alone on the first line of {path}, readable by root only.",
        "把私钥密码单独写在 {path} 的第一行，只让 root 读取。"
    )
}

/// A program that prints the key's password, and what it runs.
pub fn password_program(lang: Lang, program: &str, command: &str) -> String {
    say!(
        lang,
        "To start without a question, write “#!/bin/sh” and “{command}” as two lines into {program}, make it executable for root only, and take the # away before SSLPassPhraseDialog.",
        "要在启动时不再询问，把“#!/bin/sh”和“{command}”分两行写入 {program}，设为仅 root 可执行，再去掉 SSLPassPhraseDialog 前面的 #。"
    )
}

/// A program that prints the key's password, written by the reader.
pub fn password_program_of_own(lang: Lang, program: &str) -> String {
    say!(
        lang,
        "To start without a question, make {program} a program that prints the password, executable for root only, and take the # away before SSLPassPhraseDialog.",
        "要在启动时不再询问，让 {program} 成为输出密码的程序，设为仅 root 可执行，再去掉 SSLPassPhraseDialog 前面的 #。"
    )
}

/// How to check and reload.
pub fn reload(lang: Lang, command: &str) -> String {
    say!(
        lang,
        "Check and reload with “{command}”.",
        "用“{command}”检查并重新加载。"
    )
}

/// How to start a program with the password in its environment.
pub fn start_with(lang: Lang, command: &str) -> String {
    say!(
        lang,
        "For example, start it with “{command}”.",
        "例如用“{command}”启动。"
    )
}

/// A new file, or a block that is there.
pub fn new_file_or_block(lang: Lang, path: &str) -> String {
    say!(
        lang,
        "{path}, or the lines with ssl_ in the server block you have",
        "{path}，或把以 ssl_ 开头的行放进已有的 server 块"
    )
}

/// One of two places, by distribution.
pub fn one_of_two_places(lang: Lang, debian: &str, red_hat: &str) -> String {
    say!(
        lang,
        "{debian} on Debian and Ubuntu, {red_hat} on Red Hat",
        "Debian 和 Ubuntu 为 {debian}，Red Hat 为 {red_hat}"
    )
}

/// Into a file that is there.
pub fn into_file(lang: Lang, path: &str) -> String {
    say!(lang, "Added to {path}", "加入 {path}")
}
