//! Words of the verb `iis` on the command line.

use crate::text::Lang;

phrases! {
    about: "Look at the bindings of IIS, plan changes, carry them out, take them back", "检查 IIS 绑定，制定、执行和撤销变更计划";
    apply_about: "Carry a plan out: the configuration is exchanged in one step, a copy is kept", "执行变更计划：一步替换配置文件，并保留副本";
    collect_about: "Print a PowerShell script that collects on a server what a scan reads", "输出一个 PowerShell 脚本，在服务器上收集检查所需的内容";
    history_about: "Tell what was done to a configuration", "列出对配置文件做过的变更";
    import_about: "Bring a PFX into the stores of this computer: leaf with key, intermediates to CA, no root", "把 PFX 导入本机证书存储：服务器证书带私钥，中间证书进 CA 存储，不导入根证书";
    plan_about: "Plan changes and show them; nothing is written but the plan", "制定并显示变更计划；除计划文件外不写入任何内容";
    scan_about: "Tell what each binding says, what will be served, and what is wrong", "说明每个绑定的内容、将会提供的证书和存在的问题";
    script_about: "Turn a plan into a PowerShell script for the server, with a roll-back", "把变更计划转换为在服务器上运行的 PowerShell 脚本，带回滚";
    undo_about: "Take a plan back, to the exact bytes", "撤销变更计划，逐字节恢复";
    add_entry_help: "Give http.sys the entry that the binding needs", "为绑定在 http.sys 中添加所需的条目";
    add_https_help: "Add https beside the http binding, on this port [default: 443]", "在 http 绑定旁添加 https，使用此端口 [默认：443]";
    binding_help: "The binding, written as in the file: *:443:", "绑定，写法与文件中相同：*:443:";
    clear_help: "Clear a flag by name; may be given again", "按名称清除一个标志；可重复给出";
    config_help: "applicationHost.config; this computer’s own when left out", "applicationHost.config；省略时使用本机的";
    elevate_help: "Let Windows ask for the rights of an administrator, for this act alone", "让 Windows 为这一次操作请求管理员权限";
    filter_help: "Only bindings whose site or host holds this text", "仅限网站名或主机名含有此文字的绑定";
    follow_redirection_help: "Follow redirection.config to the shared configuration", "按 redirection.config 读取共享配置";
    from_help: "Make a plan anew of the present file, with the wishes of this one", "用此计划中的要求，针对现在的文件重新制定";
    host_help: "Give the binding this host name", "为绑定设置此主机名";
    id_help: "Which plan to take back; the newest in force when left out", "要撤销的计划；省略时为最近生效的一个";
    iis_help: "Version of IIS: 7, 7.5, 8, 8.5, 10, or the server: 2012r2, 2019, 2022", "IIS 版本：7、7.5、8、8.5、10，或服务器版本：2012r2、2019、2022";
    live_help: "Also ask this computer for http.sys, stores and version", "同时读取本机的 http.sys、证书存储和版本";
    move_to_help: "Move the binding to this address:port:host", "把绑定改为此 地址:端口:主机名";
    nth_help: "Which of several bindings written alike, counted from 0", "写法相同的绑定中的第几个，从 0 起";
    nothing_wished: "Nothing to plan: name a binding with --site and --binding and say what shall change, or give --suggested or --from", "没有要制定的变更：用 --site 和 --binding 指定绑定并说明要改什么，或使用 --suggested、--from";
    only_help: "Only answers to this finding; may be given again", "仅针对此检查结果；可重复给出";
    out_help: "Write it to this file", "写入此文件";
    path_help: "applicationHost.config, saved listings, web.config, certificates, or a folder of them; this computer when left out", "applicationHost.config、保存的列表、web.config、证书，或含有它们的文件夹；省略时检查本机";
    pfx_help: "The PFX file", "PFX 文件";
    plan_help: "The file that `iis plan --out` wrote", "`iis plan --out` 写出的文件";
    protocol_help: "Protocol of the binding, where two are written alike", "绑定的协议，用于区分写法相同的绑定";
    remove_help: "Take the binding away", "删除绑定";
    save_copy_help: "Write the edited configuration here instead, and leave the file alone", "把改好的配置另存到这里，不动原文件";
    set_help: "Set a flag by name; may be given again", "按名称设置一个标志；可重复给出";
    site_help: "The site, by name", "网站名称";
    sni_help: "Turn SNI on, with the entry that http.sys needs for it", "启用 SNI，并添加 http.sys 所需的条目";
    sslcert_help: "Saved output of netsh http show sslcert; may be given again", "保存的 netsh http show sslcert 输出；可重复给出";
    store_help: "Saved listing of the certificate stores, or certificates; may be given again", "保存的证书存储列表，或证书文件；可重复给出";
    suggested_help: "Plan all that can be repaired here", "为所有可以在这里修复的问题制定计划";
    thumbprint_help: "The certificate for http.sys, by thumbprint", "供 http.sys 使用的证书指纹";
    web_hosting_help: "Into the store WebHosting instead of MY", "导入 WebHosting 存储，而不是 MY";
    web_config_help: "A site’s web.config; may be given again", "网站的 web.config；可重复给出";
}

/// What stands below the help of `iis`.
pub fn after(lang: Lang) -> &'static str {
    lang.pick(
        "Nothing is written before `iis apply`. Each act keeps a copy beside the configuration,\nand `iis undo` works after a restart too.",
        "`iis apply` 之前不会写入任何内容。每次执行都会在配置文件旁保留副本，\n重启后也可以用 `iis undo` 撤销。",
    )
}
