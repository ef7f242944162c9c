//! Names of the window's commands and why one cannot run now.

phrases! {
    cancel_work: "Stop what is running", "停止正在进行的操作";
    certificate_details: "Certificate details", "证书详情";
    clear_recent: "Clear the recent list", "清空最近列表";
    close: "Close what is open", "关闭已打开的内容";
    copy_command_line: "Copy as command line", "复制为命令行";
    csr_discard: "Discard the request’s draft", "丢弃证书请求草稿";
    csr_start: "New request from a file…", "从文件新建证书请求…";
    enter_password: "Enter password…", "输入密码…";
    language_chinese: "Language: 简体中文", "语言：简体中文";
    language_english: "Language: English", "语言：English";
    language_system: "Language: as the system", "语言：跟随系统";
    open_files: "Open files…", "打开文件…";
    open_folder: "Open folder…", "打开文件夹…";
    open_path: "Open by path…", "按路径打开…";
    paste_pem: "Paste PEM", "粘贴 PEM";
    save_certificate_der: "Save certificate as DER…", "将证书保存为 DER…";
    save_certificate_pem: "Save certificate as PEM…", "将证书保存为 PEM…";
    save_chain: "Save full chain in order…", "按顺序保存完整证书链…";
    save_report: "Save report…", "保存报告…";
    show_bundle: "Go to Bundle", "转到证书包";
    show_certificate: "Go to Certificate", "转到证书";
    convert: "Convert for a server…", "为服务器转换…";
    judge_for: "Judge the chain for…", "按条件判断证书链…";
    show_chain: "Go to Chain", "转到证书链";
    show_convert: "Go to Convert", "转到转换";
    show_csr: "Go to CSR", "转到 CSR";
    find_certificate: "Find the right certificate", "选择合适的证书";
    show_guide: "Go to Guide", "转到指南";
    show_iis: "Go to IIS", "转到 IIS";
    iis_apply: "IIS: apply the plan…", "IIS：应用变更计划…";
    iis_history: "IIS: history and undo…", "IIS：历史和撤销…";
    iis_open: "IIS: open configuration…", "IIS：打开配置…";
    iis_scan_again: "IIS: scan again", "IIS：重新检查";
    iis_scan_computer: "IIS: scan this computer", "IIS：检查这台计算机";
    iis_undo: "IIS: undo the last act", "IIS：撤销上一次操作";
    show_palette: "Search or run…", "搜索或执行…";
    show_settings: "Settings", "设置";
    theme_dark: "Theme: dark", "主题：深色";
    theme_light: "Theme: light", "主题：浅色";
    theme_system: "Theme: as the system", "主题：跟随系统";
    try_sample: "Try the sample bundle", "试用示例证书包";
    undo: "Undo the last change here", "撤销此处的上一步";

    nothing_locked: "Nothing here is locked", "这里没有上锁的内容";
    nothing_open: "Nothing is open", "没有打开任何内容";
    nothing_recent: "The list is empty", "列表是空的";
    nothing_running: "Nothing is running", "没有正在进行的操作";
    nothing_to_undo: "Nothing to undo", "没有可撤销的操作";
    no_certificate: "There is no certificate here", "这里没有证书";
    no_chain: "There is no chain to save", "没有可保存的证书链";
    no_paths: "Only files and folders have a command line", "只有文件和文件夹才有对应的命令行";
    group_do: "Do", "操作";
    group_learn: "Learn", "了解";
    group_open: "Open", "打开";
}
