//! The snippets in front of the servers they are for: nginx, Apache, HAProxy and Tomcat start with them
//! on a loopback port and serve the leaf and its chain, from a folder whose name every dialect has to quote.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use certwright::core::convert::{Format, Target};
use certwright::text::Lang;
use certwright::text::convert::snippet::{Files, Keystore, PasswordInSnippet, Snippet, render};

const HOST: &str = "shop.example.com";
/// Safe in shells, to be escaped in XML.
const PASSWORD: &str = "k<y&\"store-1";

/// A folder with a key, its certificate and the issuer's.
struct Made {
    whole: tempfile::TempDir,
    folder: PathBuf,
}

fn run(program: &str, arguments: &[&str], folder: &Path) {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|fault| panic!("{program}: {fault}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
}

impl Made {
    fn new() -> Self {
        let whole = tempfile::tempdir().unwrap();
        let folder = whole.path().join("it's \"my\" #1 keys; 北京 100% {x}");
        fs::create_dir(&folder).unwrap();
        let openssl = |arguments: &str| {
            let arguments: Vec<&str> = arguments.split(' ').collect();
            run("openssl", &arguments, &folder);
        };
        openssl(
            "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -subj /CN=Root -days 9",
        );
        openssl(
            "req -newkey rsa:2048 -nodes -keyout key.pem -out leaf.csr -subj /CN=shop.example.com",
        );
        fs::write(folder.join("names"), format!("subjectAltName=DNS:{HOST}")).unwrap();
        openssl(
            "x509 -req -in leaf.csr -CA ca.crt -CAkey ca.key -out leaf.crt -days 9 -extfile names",
        );
        let made = Self { whole, folder };
        let read = |name: &str| fs::read_to_string(made.folder.join(name)).unwrap();
        let full_chain = read("leaf.crt") + &read("ca.crt");
        fs::write(
            made.folder.join("all.pem"),
            full_chain.clone() + &read("key.pem"),
        )
        .unwrap();
        fs::write(made.folder.join("full.crt"), full_chain).unwrap();
        fs::write(
            made.folder.join("keystorePass.txt"),
            format!("{PASSWORD}\n"),
        )
        .unwrap();
        made
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    fn work(&self) -> &str {
        self.whole.path().to_str().unwrap()
    }

    fn pem_files(&self) -> Files {
        Files {
            full_chain: Some(self.path("full.crt")),
            key: Some(self.path("key.pem")),
            combined: Some(self.path("all.pem")),
            host: HOST.to_owned(),
            also_names: (0..20).map(|n| format!("*.name-{n}.example.com")).collect(),
            ..Files::default()
        }
    }

    fn keystore_files(&self, format: Format) -> Files {
        run(
            "openssl",
            &[
                "pkcs12",
                "-export",
                "-in",
                "full.crt",
                "-inkey",
                "key.pem",
                "-name",
                "my \"key\" 北",
                "-passout",
                "file:keystorePass.txt",
                "-out",
                "a.pfx",
            ],
            &self.folder,
        );
        if format == Format::Jks {
            let as_jks = "keytool -importkeystore -noprompt -srcstoretype PKCS12 -deststoretype JKS \
                -srckeystore a.pfx -srcstorepass:file keystorePass.txt \
                -destkeystore a.jks -deststorepass:file keystorePass.txt";
            run("sh", &["-c", as_jks], &self.folder);
        }
        let name = if format == Format::Jks {
            "a.jks"
        } else {
            "a.pfx"
        };
        Files {
            keystore: Some(Keystore {
                path: self.path(name),
                format,
                target: Target::Tomcat,
                alias: Some("my \"key\" 北".to_owned()),
            }),
            host: HOST.to_owned(),
            password: PasswordInSnippet::FromFile(self.path("keystorePass.txt")),
            ..Files::default()
        }
    }

    /// What a client sees: whether a version of TLS is spoken, and then the leaf and its chain proven.
    fn is_spoken(&self, port: u16, version: &str) -> bool {
        let output = Command::new("openssl")
            .args([
                "s_client",
                "-connect",
                &format!("127.0.0.1:{port}"),
                version,
            ])
            .args(["-servername", HOST, "-verify_hostname", HOST])
            .args(["-CAfile", &self.path("ca.crt"), "-verify_return_error"])
            .args(["-cipher", "DEFAULT:@SECLEVEL=0", "-showcerts"])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            return false;
        }
        let leaf = fs::read_to_string(self.folder.join("leaf.crt")).unwrap();
        assert!(said.contains(leaf.trim()), "{said}");
        assert!(said.contains("Verify return code: 0 (ok)"), "{said}");
        assert_eq!(said.matches("BEGIN CERTIFICATE").count(), 2, "{said}");
        true
    }
}

/// A server that ends with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Server {
    fn start(command: &mut Command, port: u16, log: &Path) -> Self {
        let file = fs::File::create(log).unwrap();
        let mut server = Self(
            command
                .stdin(Stdio::null())
                .stdout(file.try_clone().unwrap())
                .stderr(file)
                .spawn()
                .expect("the server starts"),
        );
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.0.try_wait().unwrap();
            let is_late = began.elapsed() > Duration::from_secs(90);
            let said = fs::read_to_string(log).unwrap_or_default();
            assert!(ended.is_none() && !is_late, "{ended:?}: {said}");
            thread::sleep(Duration::from_millis(50));
        }
        server
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// Makes the server's whole configuration around a snippet and its port.
type Wrap = fn(&Made, &str, u16) -> String;
/// The server with a configuration, in the foreground as one process.
type Run = fn(&Made, &Path) -> Command;

fn serves(snippet: Snippet, made: &Made, files: &Files, wrap: Wrap, run: Run) {
    for is_old_tls_allowed in [false, true] {
        let rendered = render(Lang::Zh, snippet, files, is_old_tls_allowed);
        let port = free_port();
        let path = made.whole.path().join("server.conf");
        fs::write(&path, wrap(made, &rendered.text, port)).unwrap();
        let log = made.whole.path().join("log");
        let _server = Server::start(&mut run(made, &path), port, &log);
        let said = || fs::read_to_string(&log).unwrap_or_default();
        for version in ["-tls1_2", "-tls1_3"] {
            assert!(made.is_spoken(port, version), "{version}: {}", said());
        }
        let is_spoken = made.is_spoken(port, "-tls1_1");
        // Java has its own switch for old versions, which the snippet's note names.
        let is_java = matches!(snippet, Snippet::Tomcat | Snippet::TomcatOld);
        assert_eq!(is_spoken, is_old_tls_allowed && !is_java, "{}", said());
    }
}

fn nginx_around(made: &Made, text: &str, port: u16) -> String {
    let text = text
        .replace("listen 443 ", &format!("listen 127.0.0.1:{port} "))
        .replace("listen [::]:443 ", &format!("listen 127.0.0.2:{port} "));
    let work = made.work();
    let folders: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|kind| format!("{kind}_temp_path {work}/{kind};"))
        .collect();
    format!(
        "daemon off; master_process off; pid {work}/pid; error_log stderr;\nevents {{}}\n\
         http {{ access_log off; {folders}\n{text}}}\n"
    )
}

fn nginx(made: &Made, path: &Path) -> Command {
    let mut command = Command::new("/usr/sbin/nginx");
    command.args(["-p", made.work(), "-c"]).arg(path);
    command
}

#[test]
fn nginx_serves_what_its_snippet_says() {
    let made = Made::new();
    serves(
        Snippet::Nginx,
        &made,
        &made.pem_files(),
        nginx_around,
        nginx,
    );
}

#[test]
fn nginx_reads_the_password_of_an_encrypted_key_from_its_file() {
    let made = Made::new();
    let encrypt = "pkcs8 -topk8 -in key.pem -out locked.pem -passout file:keystorePass.txt";
    run(
        "openssl",
        &encrypt.split(' ').collect::<Vec<_>>(),
        &made.folder,
    );
    let files = Files {
        key: Some(made.path("locked.pem")),
        password: PasswordInSnippet::FromFile(made.path("keystorePass.txt")),
        ..made.pem_files()
    };
    serves(Snippet::Nginx, &made, &files, nginx_around, nginx);
}

fn apache_around(made: &Made, text: &str, port: u16) -> String {
    let work = made.work();
    let modules: String = ["mpm_event", "authz_core", "socache_shmcb", "ssl"]
        .iter()
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .collect();
    let text = text.replace("*:443", &format!("127.0.0.1:{port}"));
    format!(
        "{modules}ServerRoot {work}\nDefaultRuntimeDir {work}\nPidFile {work}/pid\n\
         ErrorLog /dev/stderr\nUser www-data\nGroup www-data\nServerName localhost\n\
         Listen 127.0.0.1:{port}\n{text}"
    )
}

fn apache(_: &Made, path: &Path) -> Command {
    let mut command = Command::new("/usr/sbin/apache2");
    command.args(["-X", "-f"]).arg(path);
    command
}

#[test]
fn apache_serves_what_its_snippet_says() {
    let made = Made::new();
    serves(
        Snippet::Apache,
        &made,
        &made.pem_files(),
        apache_around,
        apache,
    );
}

#[test]
fn apache_serves_leaf_and_chain_from_their_own_files() {
    let made = Made::new();
    let files = Files {
        full_chain: None,
        leaf: Some(made.path("leaf.crt")),
        chain: Some(made.path("ca.crt")),
        ..made.pem_files()
    };
    serves(Snippet::Apache, &made, &files, apache_around, apache);
}

#[test]
fn apache_starts_with_the_program_that_its_note_describes() {
    let made = Made::new();
    let encrypt = "pkcs8 -topk8 -in key.pem -out locked.pem -passout file:keystorePass.txt";
    run(
        "openssl",
        &encrypt.split(' ').collect::<Vec<_>>(),
        &made.folder,
    );
    let files = Files {
        key: Some(made.path("locked.pem")),
        password: PasswordInSnippet::FromFile(made.path("keystorePass.txt")),
        ..made.pem_files()
    };
    let notes = render(Lang::En, Snippet::Apache, &files, false).notes;
    let command = notes
        .iter()
        .find_map(|note| {
            note.split_once("“#!/bin/sh” and “")?
                .1
                .split_once("” as two")
        })
        .expect("the note says what the program runs")
        .0;
    let program = made.whole.path().join("password.sh");
    fs::write(&program, format!("#!/bin/sh\n{command}\n")).unwrap();
    run("chmod", &["700", program.to_str().unwrap()], &made.folder);
    let wrap: Wrap = |made, text, port| {
        let program = format!("{}/password.sh", made.work());
        let text = text
            .replace("# SSLPassPhraseDialog", "SSLPassPhraseDialog")
            .replace("/etc/ssl/private/key-password.sh", &program);
        assert!(text.contains(&format!("SSLPassPhraseDialog exec:{program}")));
        apache_around(made, &text, port)
    };
    serves(Snippet::Apache, &made, &files, wrap, apache);
}

fn haproxy_around(_: &Made, text: &str, port: u16) -> String {
    let text = text.replace("bind :443", &format!("bind 127.0.0.1:{port}"));
    format!("{text}\nbackend web\n    mode http\n")
}

fn haproxy(_: &Made, path: &Path) -> Command {
    let mut command = Command::new("/usr/sbin/haproxy");
    command.args(["-db", "-f"]).arg(path);
    command
}

#[test]
fn haproxy_serves_what_its_snippet_says() {
    let made = Made::new();
    serves(
        Snippet::HaProxy,
        &made,
        &made.pem_files(),
        haproxy_around,
        haproxy,
    );
}

fn tomcat_around(made: &Made, text: &str, port: u16) -> String {
    let connector = format!("<Connector address=\"127.0.0.1\" port=\"{port}\"");
    let text = text
        .replace("<Connector port=\"8443\"", &connector)
        .replace("\"PASSWORD\"", "\"k&lt;y&amp;&quot;store-1\"");
    let folder = made.whole.path().join("conf");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("web.xml"), "<web-app/>").unwrap();
    let whole = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Server port=\"-1\"><Service name=\"a\">\n{text}\n\
         <Engine name=\"a\" defaultHost=\"a\"><Host name=\"a\" appBase=\"webapps\"/></Engine>\
         </Service></Server>\n"
    );
    fs::write(folder.join("server.xml"), &whole).unwrap();
    whole
}

fn tomcat(made: &Made, version: &str) -> Command {
    let jars: Vec<String> = fs::read_dir("/usr/share/java")
        .expect("Tomcat is installed")
        .map(|entry| entry.unwrap().path().to_str().unwrap().to_owned())
        .filter(|path| path.contains(&format!("/{version}-")))
        .collect();
    let mut command = Command::new("java");
    command
        .args(["-cp", &jars.join(":")])
        .arg(format!("-Dcatalina.home={}", made.work()))
        .arg(format!("-Dcatalina.base={}", made.work()))
        .args(["org.apache.catalina.startup.Bootstrap", "start"]);
    command
}

#[test]
fn tomcat_10_serves_a_pfx_by_its_snippet() {
    let made = Made::new();
    let files = made.keystore_files(Format::Pfx);
    let run: Run = |made, _| tomcat(made, "tomcat10");
    serves(Snippet::Tomcat, &made, &files, tomcat_around, run);
}

#[test]
fn tomcat_9_serves_a_jks_by_the_older_spelling() {
    let made = Made::new();
    let files = made.keystore_files(Format::Jks);
    let run: Run = |made, _| tomcat(made, "tomcat9");
    serves(Snippet::TomcatOld, &made, &files, tomcat_around, run);
}

/// What Spring Boot does with the properties, in Java's own classes: read as ISO-8859-1, the address
/// opened as a URL and as a file, the keystore loaded, the alias looked up, the versions set.
const SPRING: &str = r#"
import java.io.*; import java.net.*; import java.security.*; import javax.net.ssl.*;
public class Spring { public static void main(String[] a) throws Exception {
    var p = new java.util.Properties();
    try (var in = new FileInputStream(a[0])) { p.load(in); }
    var url = new URL(p.getProperty("server.ssl.key-store"));
    if (!new File(new URI(url.toString()).getSchemeSpecificPart()).isFile()) throw new Exception("no file");
    if (!p.getProperty("server.ssl.key-store-password").equals("${KEYSTORE_PASSWORD}")) throw new Exception();
    var store = KeyStore.getInstance(p.getProperty("server.ssl.key-store-type"));
    try (var in = url.openStream()) { store.load(in, System.getenv("KEYSTORE_PASSWORD").toCharArray()); }
    if (!store.isKeyEntry(p.getProperty("server.ssl.key-alias"))) throw new Exception("no alias");
    SSLContext.getDefault().createSSLEngine()
        .setEnabledProtocols(p.getProperty("server.ssl.enabled-protocols").split(","));
} }
"#;

#[test]
fn java_opens_the_keystore_that_spring_boots_properties_name() {
    let made = Made::new();
    let program = made.whole.path().join("Spring.java");
    fs::write(&program, SPRING).unwrap();
    for (format, is_old_tls_allowed) in [(Format::Pfx, false), (Format::Jks, true)] {
        let files = made.keystore_files(format);
        let rendered = render(Lang::Zh, Snippet::SpringBoot, &files, is_old_tls_allowed);
        let path = made.whole.path().join("application.properties");
        fs::write(&path, &rendered.text).unwrap();
        // As the note says, the shell reads the password from its file.
        let line = rendered
            .notes
            .iter()
            .find_map(|note| note.split_once('“')?.1.split_once(" -jar app.jar”"))
            .expect("a note says how to start it")
            .0;
        let script = format!("{line} {} {}", program.display(), path.display());
        run("sh", &["-c", &script], made.whole.path());
    }
}
